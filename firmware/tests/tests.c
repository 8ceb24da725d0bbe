#include <stdio.h>

#include "client.h"
#include "tests.h"

int main(void)
{
    test_framing();
    test_session();
    test_limits();
    test_pulses();
    test_loops();
    test_text();
    printf("%d checks, %d failed\n", checks_made, checks_failed);
    return checks_failed != 0;
}
