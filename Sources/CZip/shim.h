// libzip as Swift can see it.
#ifndef CASELOAD_CZIP_SHIM_H
#define CASELOAD_CZIP_SHIM_H
#include <zip.h>
#endif
