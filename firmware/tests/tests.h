/* The groups of tests. */
#ifndef TESTS_H
#define TESTS_H

void test_framing(void);
void test_session(void);
void test_limits(void);
void test_pulses(void);
void test_loops(void);
void test_text(void);

#endif
