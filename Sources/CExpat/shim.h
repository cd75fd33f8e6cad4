// expat as Swift can see it.
#ifndef CASELOAD_CEXPAT_SHIM_H
#define CASELOAD_CEXPAT_SHIM_H
#include <expat.h>
#endif
