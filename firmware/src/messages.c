#include "messages.h"

#include <string.h>

#include "flash.h"
#include "limits.h"
#include "link.h"
#include "program.h"
#include "pulses.h"
#include "reads.h"
#include "session.h"

#define ROW(name, numbered, needs, verb, act) \
    { LINK_##name, numbered, needs, verb, LINK_LAYOUT_##name##_REQUEST, LINK_LAYOUT_##name##_REPLY, act }

static const struct message table[] IN_FLASH = {
    ROW(HELLO, false, 0, "HELLO", hello),
    ROW(STATUS, false, 0, "STATUS", status),
    ROW(LIMITS, true, 0, "LIMITS", limits_tighten),
    ROW(WAVEFORM, true, 0, "WAVEFORM", waveform_set),
    ROW(ARM, true, 0, "ARM", arm),
    ROW(DISARM, true, 0, "DISARM", disarm),
    ROW(PULSE_LIST, true, 0, "PULSE_LIST", pulse_list),
    ROW(SIGN_BLOCK, true, 0, "SIGN_BLOCK", sign_block),
    ROW(READ_BLOCK, true, 0, "READ_BLOCK", read_block),
    ROW(VECTOR_READ, true, 1 + LINK_CAPABILITY_VECTOR_READ, "VECTOR_READ", vector_read),
    ROW(PROGRAM, true, 1 + LINK_CAPABILITY_PROGRAM, "PROGRAM", program),
    ROW(FORM, true, 1 + LINK_CAPABILITY_FORMING, "FORM", form),
    ROW(CELL_TOTALS, true, 1 + LINK_CAPABILITY_CELL_TOTALS, "CELL_TOTALS", cell_totals),
};

enum { ROWS = sizeof table / sizeof table[0] };

static bool known(const struct message *message)
{
    return message->needs == 0 || board_can((enum link_capability)(message->needs - 1));
}

bool message_of_type(uint8_t type, struct message *message)
{
    for (uint8_t i = 0; i < ROWS; i++) {
        if (flash_byte(&table[i].type) != type) continue;
        flash_copy(message, &table[i], sizeof *message);
        return known(message);
    }
    return false;
}

bool message_of_verb(const char *verb, uint8_t length, struct message *message)
{
    for (uint8_t i = 0; i < ROWS; i++) {
        flash_copy(message, &table[i], sizeof *message);
        if (strlen(message->verb) == length && memcmp(message->verb, verb, length) == 0) return known(message);
    }
    return false;
}

uint8_t field_size(char field)
{
    switch (field) {
    case 'B': case 'b': return 1;
    case 'H': case 'h': return 2;
    case 's': return 8;
    default: return 4;
    }
}

bool layout_fits(const char *layout, uint8_t size)
{
    uint8_t fixed = 0, group = 0;
    for (; *layout != 0 && *layout != '['; layout++) fixed = (uint8_t)(fixed + field_size(*layout));
    if (*layout == '[')
        for (layout++; *layout != ']'; layout++) group = (uint8_t)(group + field_size(*layout));
    if (group == 0) return size == fixed;
    return size >= fixed && (size - fixed) % group == 0;
}
