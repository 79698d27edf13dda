/* Reads the text of all pages of PDFs by poppler-glib and nothing else, and prints the seconds of processor time: what
   the program's own reading is measured against. At most 60 pages a file, as the program reads. */
#include <poppler.h>
#include <stdio.h>
#include <time.h>

static double processor_seconds(void) {
  struct timespec time;
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
  return time.tv_sec + time.tv_nsec / 1e9;
}

int main(int count, char **paths) {
  double start = processor_seconds();
  for (int index = 1; index < count; index++) {
    GFile *file = g_file_new_for_path(paths[index]);
    PopplerDocument *document = poppler_document_new_from_gfile(file, NULL, NULL, NULL);
    g_object_unref(file);
    if (!document) continue;
    for (int number = 0; number < MIN(poppler_document_get_n_pages(document), 60); number++) {
      PopplerPage *page = poppler_document_get_page(document, number);
      if (!page) continue;
      g_free(poppler_page_get_text(page));
      g_object_unref(page);
    }
    g_object_unref(document);
  }
  printf("%.3f\n", processor_seconds() - start);
  return 0;
}
