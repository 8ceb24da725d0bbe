#include "text.h"

#include <string.h>

#include "bytes.h"
#include "crc.h"
#include "flash.h"
#include "hal.h"
#include "messages.h"

enum { TAIL = 6, NAMES = 22, NAME_SIZE = 16 };   /* TAIL: " *" and four digits */

static const char reasons[NAMES][NAME_SIZE] IN_FLASH = {
    "", "SESSION", "GAP", "FORMAT", "TYPE", "NOT-ARMED", "SERIAL", "VOLTAGE", "WIDTH", "ENERGY", "COMPLIANCE",
    "PULSES-PER-CALL", "TOTAL-PULSES", "RATE", "CELL", "WAVEFORM", "CELL-BUDGET", "READ-VOLTAGE", "READ-RATE", "LOOSEN",
    "BUSY", "FORMING",
};

/* Powers of ten by squares, for numbers with exponents. */
enum { POWERS = 6 };
static const float powers[POWERS] = { 1e1f, 1e2f, 1e4f, 1e8f, 1e16f, 1e32f };

/* ---- reading ---- */

/* What is left of a line. Every function that reads returns false where it finds something else, and then all stops. */
struct text {
    const uint8_t *at;
    const uint8_t *end;
};

static bool take_char(struct text *text, char wanted)
{
    if (text->at == text->end || *text->at != (uint8_t)wanted) return false;
    text->at++;
    return true;
}

static bool take_digit(struct text *text, uint8_t *digit)
{
    if (text->at == text->end || *text->at < '0' || *text->at > '9') return false;
    *digit = (uint8_t)(*text->at++ - '0');
    return true;
}

static bool take_hex_digit(struct text *text, uint16_t *value)
{
    uint8_t digit;
    if (!take_digit(text, &digit)) {
        if (text->at == text->end) return false;
        uint8_t letter = *text->at | 0x20u;   /* small */
        if (letter < 'a' || letter > 'f') return false;
        digit = (uint8_t)(letter - 'a' + 10);
        text->at++;
    }
    *value = (uint16_t)(*value << 4 | digit);
    return true;
}

static bool take_hex(struct text *text, uint16_t *value)
{
    *value = 0;
    for (uint8_t i = 0; i < 4; i++)
        if (!take_hex_digit(text, value)) return false;
    return true;
}

/* Digits up to a number; refuses one that is greater. */
static bool take_number(struct text *text, uint32_t most, uint32_t *value)
{
    uint8_t digit;
    if (!take_digit(text, &digit)) return false;
    *value = 0;
    do {
        if (*value > (UINT32_MAX - digit) / 10) return false;
        *value = *value * 10 + digit;
    } while (take_digit(text, &digit));
    return *value <= most;
}

static float scaled(float value, int8_t exponent)
{
    uint8_t size = (uint8_t)(exponent < 0 ? -exponent : exponent);
    for (uint8_t i = 0; i < POWERS; i++) {
        if ((size & 1u << i) == 0) continue;
        value = exponent < 0 ? value / powers[i] : value * powers[i];
    }
    return value;
}

static bool take_exponent(struct text *text, int8_t *exponent)
{
    if (!take_char(text, 'e') && !take_char(text, 'E')) return true;
    uint32_t size;
    bool negative = take_char(text, '-');
    if (!negative) take_char(text, '+');
    if (!take_number(text, 45, &size)) return false;
    *exponent = (int8_t)(*exponent + (negative ? -(int8_t)size : (int8_t)size));
    return true;
}

/* Up to nine digits, a point among them, an exponent. */
static bool take_decimal(struct text *text, float *value)
{
    uint32_t mantissa = 0;
    uint8_t digits = 0, digit;
    int8_t exponent = 0;
    bool behind = false;
    for (;;) {
        if (!behind && take_char(text, '.')) behind = true;
        if (!take_digit(text, &digit)) break;
        if (++digits > 9) return false;
        mantissa = mantissa * 10 + digit;
        if (behind) exponent--;
    }
    if (digits == 0 || !take_exponent(text, &exponent)) return false;
    *value = scaled((float)mantissa, exponent);
    return true;
}

static uint32_t most_of(char field, bool negative)
{
    switch (field) {
    case 'B': return UINT8_MAX;
    case 'H': return UINT16_MAX;
    case 'b': return negative ? 128u : 127u;
    case 'h': return negative ? 32768u : 32767u;
    case 'i': return negative ? 2147483648u : 2147483647u;
    default: return UINT32_MAX;
    }
}

static void put_field(uint8_t **payload, uint8_t size, uint32_t value)
{
    for (; size != 0; size--, value >>= 8) put8(payload, (uint8_t)value);
}

static bool take_field(struct text *text, char field, uint8_t **payload)
{
    uint32_t value;
    float decimal;
    if (!take_char(text, ' ')) return false;
    bool is_signed = field == 'b' || field == 'h' || field == 'i' || field == 'f';
    bool negative = is_signed && take_char(text, '-');
    if (field == 'f') {
        if (!take_decimal(text, &decimal)) return false;
        put_float(payload, negative ? -decimal : decimal);
        return true;
    }
    if (!take_number(text, most_of(field, negative), &value)) return false;
    put_field(payload, field_size(field), negative ? 0u - value : value);
    return true;
}

/* Fields to the end of the line; a layout's group starts over as long as there is more. */
static bool take_fields(struct text *text, const char *layout, uint8_t **payload)
{
    const char *group = NULL;
    for (; *layout != 0; layout++) {
        if (*layout == '[') {
            group = layout;
            if (text->at == text->end) return true;
        } else if (*layout == ']') {
            if (text->at != text->end) layout = group;
        } else if (!take_field(text, *layout, payload)) {
            return false;
        }
    }
    return text->at == text->end;
}

static void take_verb(struct text *text, struct request *request)
{
    const uint8_t *from = text->at;
    while (text->at != text->end && *text->at != ' ') text->at++;
    request->known = message_of_verb((const char *)from, (uint8_t)(text->at - from), &request->message);
}

/* #NONCE:SEQ VERB */
static bool take_head(struct text *text, struct request *request)
{
    uint32_t seq;
    bool sound = take_char(text, '#') && take_hex(text, &request->nonce) && take_char(text, ':')
        && take_number(text, UINT16_MAX, &seq) && take_char(text, ' ');
    if (!sound) return false;
    request->seq = (uint16_t)seq;
    take_verb(text, request);
    return true;
}

static bool check_tail(const uint8_t *line, uint8_t size)
{
    if (size < TAIL) return false;
    uint16_t crc;
    struct text tail = { line + size - TAIL, line + size };
    return take_char(&tail, ' ') && take_char(&tail, '*') && take_hex(&tail, &crc)
        && crc == crc_of(line, size - (size_t)TAIL);
}

/*
 * The payload is written into the buffer that the line is read from: the line moves to the end, the payload grows from
 * the start. No argument takes fewer than two characters or gives more than four bytes, so after k of at most 120
 * characters the payload ends at or before 7 + 2 k, and the next character stands at 134 + k or after it.
 */
bool text_read(uint8_t *buffer, uint8_t size, struct request *request)
{
    if (!check_tail(buffer, size)) return false;
    uint8_t *line = buffer + LINK_MOST_FRAME - size;
    memmove(line, buffer, size);
    struct text text = { line, line + size - TAIL };
    uint8_t *payload = buffer + LINK_HEADER_SIZE;
    if (!take_head(&text, request)) return false;
    request->payload = payload;
    request->is_text = true;
    request->sound = request->known && take_fields(&text, request->message.request, &payload);
    request->size = (uint8_t)(payload - request->payload);
    return true;
}

/* ---- writing ---- */

static uint16_t sent_crc;

static void send_char(char character)
{
    sent_crc = crc_byte(sent_crc, (uint8_t)character);
    hal_serial_put((uint8_t)character);
}

static void send_string(const char *string)
{
    while (*string != 0) send_char(*string++);
}

static void send_number(uint32_t value)
{
    char digits[10];
    uint8_t count = 0;
    do {
        digits[count++] = (char)('0' + value % 10);
        value /= 10;
    } while (value != 0);
    while (count != 0) send_char(digits[--count]);
}

static void send_signed(int32_t value)
{
    if (value < 0) send_char('-');
    send_number(value < 0 ? 0u - (uint32_t)value : (uint32_t)value);
}

static void send_hex(uint16_t value)
{
    for (int8_t shift = 12; shift >= 0; shift = (int8_t)(shift - 4)) {
        uint8_t digit = (uint8_t)(value >> shift & 0xF);
        send_char((char)(digit < 10 ? '0' + digit : 'A' + digit - 10));
    }
}

/* Takes a number above 0 to 1 .. 10 and returns the exponent. */
static int8_t normalise(float *value)
{
    int8_t exponent = 0;
    for (uint8_t i = POWERS; i-- != 0;) {
        if (*value >= powers[i]) {
            *value /= powers[i];
            exponent = (int8_t)(exponent + (1 << i));
        } else if (*value * powers[i] < 10) {
            *value *= powers[i];
            exponent = (int8_t)(exponent - (1 << i));
        }
    }
    return exponent;
}

/* d.dddddde-x; the numbers that answers hold are units, so finite and above 0. */
static void send_float(float value)
{
    int8_t exponent = normalise(&value);
    uint32_t millionths = (uint32_t)(value * 1e6f + 0.5f);
    if (millionths >= 10000000u) {   /* 9.9999995 and more */
        millionths /= 10;
        exponent++;
    }
    send_number(millionths / 1000000u);
    send_char('.');
    for (uint32_t place = 100000u; place != 0; place /= 10) send_char((char)('0' + millionths / place % 10));
    send_char('e');
    send_signed(exponent);
}

static void send_name(const uint8_t **at)
{
    for (uint8_t i = 0; i < 8; i++) {
        uint8_t character = take8(at);
        if (character != 0) send_char((char)character);
    }
}

static void send_field(char field, const uint8_t **at)
{
    send_char(' ');
    switch (field) {
    case 'B': send_number(take8(at)); break;
    case 'b': send_signed((int8_t)take8(at)); break;
    case 'H': send_number(take16(at)); break;
    case 'h': send_signed((int16_t)take16(at)); break;
    case 'I': send_number(take32(at)); break;
    case 'i': send_signed((int32_t)take32(at)); break;
    case 'f': send_float(take_float(at)); break;
    default: send_name(at); break;
    }
}

static void send_fields(const char *layout, const uint8_t *at, const uint8_t *end)
{
    const char *group = NULL;
    while (at != end) {
        if (*layout == '[')
            group = layout;
        else if (*layout == ']')
            layout = group;
        else
            send_field(*layout, &at);
        layout++;
    }
}

static void send_refusal(const uint8_t *at)
{
    char name[NAME_SIZE];
    uint8_t reason = take8(&at);
    flash_copy(name, reasons[reason < NAMES ? reason : 0], NAME_SIZE);
    send_string(name);
    send_char(' ');
    send_number(take32(&at));
}

static void send_answer(uint8_t type, const uint8_t *payload, uint8_t size)
{
    struct message message;
    if (type == LINK_REPLY_NAK) {
        send_refusal(payload);
    } else if (type == LINK_REPLY_BUSY) {
        send_string("BUSY");
    } else if (message_of_type(type & (uint8_t)~LINK_REPLY_FLAG, &message)) {
        send_string(message.verb);
        send_fields(message.reply, payload, payload + size);
    }
}

static void send_tail(void)
{
    uint16_t crc = sent_crc;
    send_string(" *");
    send_hex(crc);
    send_char('\n');
    hal_serial_flush();
}

void text_send(const uint8_t *frame)
{
    const uint8_t *at = frame + 1;
    uint8_t type = take8(&at);
    sent_crc = LINK_CRC_INITIAL;
    send_char(type == LINK_REPLY_NAK ? '!' : '=');
    send_hex(take16(&at));
    send_char(':');
    send_number(take16(&at));
    send_char(' ');
    uint8_t size = take8(&at);
    send_answer(type, at, size);
    send_tail();
}
