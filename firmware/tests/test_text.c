#include <string.h>

#include "client.h"
#include "session.h"
#include "tests.h"

static const uint32_t capabilities = 1u << LINK_CAPABILITY_PROGRAM | 1u << LINK_CAPABILITY_VECTOR_READ;

static void expect(const char *line, const char *answer)
{
    const char *got = ask_line(line);
    CHECK(strcmp(got, answer) == 0);
}

static void lines_do_what_frames_do(void)
{
    rig_begin(capabilities);
    expect("#0000:7 HELLO", "=AB01:7 HELLO 1 rig 77 0 32 20 6 0 0 500");
    expect("#AB01:1 ARM 77 0 1000", "=AB01:1 ARM");
    expect("#AB01:2 WAVEFORM 0 1500 1000 -1400 1000 0 0", "=AB01:2 WAVEFORM 0 57993");
    expect("#ab01:3 PULSE_LIST 0 57993 0 0 1 2 3 4 5 -6", "=AB01:3 PULSE_LIST 3 6 0 3 6");
    expect("#AB01:3 PULSE_LIST 0 57993 0 0 1 2 3 4 5 -6", "=AB01:3 PULSE_LIST 3 6 0 3 6");
    CHECK(rig.pulses[1] == 3 && rig.pulses[0] == 6);
    expect("#AB01:4 READ_BLOCK 1 1 1 3 200 1", "=AB01:4 READ_BLOCK 1.000000e-9 1000 1030 1000");
    expect("#AB01:5 PROGRAM 0 57993 0 0 200 1 1e-9 5 10 10 9 1 1 1 1070", "=AB01:5 PROGRAM 0 10 6 7 0 1070 0");
    expect("#AB01:0 STATUS", "=AB01:0 STATUS 1 5 10 6 0 1 0 0");
}

static void lines_are_refused_by_name(void)
{
    rig_begin(capabilities);
    expect("#AB01:1 FLY", "!AB01:1 TYPE 0");
    expect("#AB01:1 ARM 77 0", "!AB01:1 FORMAT 0");
    expect("#AB01:1 ARM 77 0 1000 5", "!AB01:1 FORMAT 0");
    expect("#AB01:1 ARM 77 256 1000", "!AB01:1 FORMAT 0");
    expect("#AB01:1 ARM -77 0 1000", "!AB01:1 FORMAT 0");
    expect("#AB01:1 ARM 4294967296 0 1000", "!AB01:1 FORMAT 0");
    expect("#AB01:1 ARM 78 0 1000", "!AB01:1 SERIAL 77");
    expect("#AB02:1 ARM 77 0 1000", "!AB01:1 SESSION 43777");
    expect("#AB01:5 ARM 77 0 1000", "!AB01:5 GAP 0");
    CHECK(session.armed == DISARMED);
}

static void damaged_lines_are_dropped(void)
{
    static const char *const damaged[] = {
        "#0000:0 HELLO *0000\n", "#0000:0 HELLO\n", "#0000:0 HELLO 1\n", "# *1D0F\n", "#\n", "HELLO\n", "\n\r\n",
    };
    rig_begin(capabilities);
    for (size_t i = 0; i < sizeof damaged / sizeof damaged[0]; i++)
        rig_receive((const uint8_t *)damaged[i], strlen(damaged[i]));
    CHECK(rig.output_size == 0);
    expect("#0000:0 HELLO", "=AB01:0 HELLO 1 rig 77 0 32 20 6 0 0 500");
}

static void lines_and_frames_take_turns(void)
{
    begin_armed(capabilities);
    struct payload list = list_of(1, 2, 3);
    ask(LINK_PULSE_LIST, &list);
    expect("#AB01:3 PULSE_LIST 0 0 0 0 1 2 9", "=AB01:3 PULSE_LIST 3 0 0 3 0");   /* the frame's, told again */
    CHECK(rig.pulses[1] == 3);
}

/* The most arguments that fit a line: the payload grows over the place where the line came in. */
static void longest_lines_are_read_whole(void)
{
    begin_armed(capabilities);
    char line[LINK_TEXT_MOST_LINE + 1] = "#AB01:3 VECTOR_READ 0 0 1 1";
    size_t room = LINK_TEXT_MOST_LINE - 6;
    int rows = 0;
    while (strlen(line) + 2 <= room && rows < RIG_ROWS) {
        strcat(line, rows == 0 ? " 9" : " 1");
        rows++;
    }
    CHECK(rows == RIG_ROWS);
    expect(line, "=AB01:3 VECTOR_READ 1.000000e-12 40000");
}

void test_text(void)
{
    lines_do_what_frames_do();
    lines_are_refused_by_name();
    damaged_lines_are_dropped();
    lines_and_frames_take_turns();
    longest_lines_are_read_whole();
}
