#include <signal.h>
#include <sys/prctl.h>

/* Ends this process when the thread that started it ends. `prctl` takes a variable number of arguments, which Swift
   does not import. */
static inline int process_end_with_parent(void) { return prctl(PR_SET_PDEATHSIG, SIGKILL); }

/* Keeps other processes of the same user from reading this one's memory. */
static inline int process_forbid_inspection(void) { return prctl(PR_SET_DUMPABLE, 0); }
