/* Ends the program with a message and exit status 2, for what the command line or a file asks in vain. */
#ifndef FAIL_H
#define FAIL_H

void fail(const char *format, ...) __attribute__((noreturn, format(printf, 1, 2)));

#endif
