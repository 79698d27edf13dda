/* libxml2's headers draw in those of ICU, which clash with the ICU inside Swift's Foundation. Nothing of what we use
   has an ICU type in it. */
#include <libxml/xmlversion.h>
#undef LIBXML_ICU_ENABLED
#include <libxml/HTMLparser.h>
#include <libxml/tree.h>
#include <libxml/xmlerror.h>
