/*
 * Hostile bytes for the receive path. The input is bytes as they may come over a line; an escape byte among them lets
 * the fuzzer send whole frames with a right CRC, nonce and sequence number, so that it gets past those and to the
 * commands. At every pulse: it follows a request that is whole by a second reading of the same bytes, the board is
 * armed, the pulse is within the limits and the array. After every input: the firmware's totals are those that the rig
 * counted.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "bytes.h"
#include "crc.h"
#include "link.h"
#include "receive.h"
#include "rig.h"
#include "session.h"

/* An escape and what follows it: a type, a length and a payload, sent as a frame of this session. */
enum { ESCAPE = 0xA5, TICK = 0xA6, MOST_INPUT = 2048, LINE_SIZE = 8 * MOST_INPUT };

static void require(bool holds)
{
    if (!holds) abort();
}

/* All that came over the line in this input, and the pulses since its last byte. */
static uint8_t line[LINE_SIZE];
static size_t line_size;
static uint32_t pulses_of_byte;

/* Bit by bit, as the definition has it: not the firmware's way. */
static uint16_t plain_crc(const uint8_t *data, size_t size)
{
    uint16_t crc = LINK_CRC_INITIAL;
    for (size_t i = 0; i < 8 * size; i++) {
        bool bit = (data[i / 8] >> (7 - i % 8) & 1) != 0, top = (crc & 0x8000) != 0;
        crc = (uint16_t)(crc << 1 ^ (bit != top ? LINK_CRC_POLYNOMIAL : 0));
    }
    return crc;
}

static bool is_frame(const uint8_t *from, const uint8_t *end)
{
    uint8_t frame[LINE_SIZE];
    size_t size = 0;
    while (from < end) {
        uint8_t code = *from++;
        if (code == 0 || code - 1 > end - from) return false;
        memcpy(frame + size, from, (size_t)(code - 1));
        size += (size_t)(code - 1);
        from += code - 1;
        if (from < end && code != 0xFF) frame[size++] = 0;
    }
    return size > 2 && plain_crc(frame, size - 2) == (frame[size - 2] | frame[size - 1] << 8);
}

static bool is_text(const uint8_t *from, const uint8_t *end)
{
    char text[LINE_SIZE], crc[8];
    size_t size = 0;
    for (; from < end; from++)
        if (*from != '\r') text[size++] = (char)*from;
    text[size] = 0;
    if (size < 7 || text[0] != '#') return false;
    snprintf(crc, sizeof crc, " *%04X", plain_crc((const uint8_t *)text, size - 6));
    return strcasecmp(text + size - 6, crc) == 0;
}

static bool is_boundary(uint8_t byte) { return byte == LINK_DELIMITER || byte == '\n' || byte == '\r'; }

/* Whether what came last, back to some boundary, is a whole and undamaged request. */
static bool whole_request_came(void)
{
    const uint8_t *end = line + line_size - 1;
    for (const uint8_t *from = end; from >= line; from--) {
        if (from != line && !is_boundary(from[-1])) continue;
        if (*end == '\n' ? is_text(from, end) : is_frame(from, end)) return true;
    }
    return false;
}

/* What a pulse must satisfy, seen from the hardware. */
static void check_pulse(const struct hal_pulse *pulse)
{
    uint16_t amplitude = (uint16_t)abs(pulse->voltage);
    require(whole_request_came());
    require(++pulses_of_byte <= board.limits[LIMIT_PULSES_PER_CALL]);
    require(session.armed != DISARMED);
    require(pulse->row < RIG_ROWS && pulse->column < RIG_COLUMNS);
    require(amplitude != 0 && amplitude <= board.limits[pulse->voltage < 0 ? LIMIT_FALL_VOLTAGE : LIMIT_RISE_VOLTAGE]);
    require(pulse->width >= board.limits[LIMIT_LEAST_WIDTH] && pulse->width <= board.limits[LIMIT_MOST_WIDTH]);
    require(pulse->compliance != 0 && pulse->compliance <= board.limits[LIMIT_COMPLIANCE]);
    require((uint64_t)amplitude * pulse->compliance * pulse->width <= board.limits[LIMIT_ENERGY] * 100000ull);
}

static void receive(uint8_t byte)
{
    require(line_size < LINE_SIZE);
    line[line_size++] = byte;
    pulses_of_byte = 0;
    rig_receive(&byte, 1);
}

static void check_totals(void)
{
    require(session.up_total == rig.pulses[1] && session.down_total == rig.pulses[0]);
    require(session.up_total + session.down_total <= 100000);
    require(memcmp(rig.cell_totals, rig.cell_pulses, sizeof rig.cell_totals) == 0);
    for (int i = 0; i < RIG_ROWS * RIG_COLUMNS; i++) {
        const uint32_t *cell = rig.cell_totals[i / RIG_COLUMNS][i % RIG_COLUMNS];
        require(cell[0] + cell[1] <= 400);
    }
}

static void send_stuffed(const uint8_t *frame, uint8_t size)
{
    uint8_t stuffed[LINK_MOST_FRAME + 2];
    size_t code = 0, at = 1;
    for (uint8_t i = 0; i < size; i++) {
        if (frame[i] != 0) {
            stuffed[at++] = frame[i];
            continue;
        }
        stuffed[code] = (uint8_t)(at - code);
        code = at++;
    }
    stuffed[code] = (uint8_t)(at - code);
    stuffed[at++] = LINK_DELIMITER;
    for (size_t i = 0; i < at; i++) receive(stuffed[i]);
}

static uint16_t fuzz_hash;

/* The hash of a waveform is 16 bits that the fuzzer would have to guess: it is put in where a message has one. */
static void put_hash(uint8_t type, uint8_t *payload, uint8_t size)
{
    bool has_one = type == LINK_PULSE_LIST || type == LINK_SIGN_BLOCK || type == LINK_PROGRAM;
    uint8_t *at = payload + 1;
    if (type == LINK_WAVEFORM) fuzz_hash = crc_of(payload, size);
    if (has_one && size >= 3) put16(&at, fuzz_hash);
}

static void send_frame(uint8_t type, const uint8_t *payload, uint8_t size)
{
    uint8_t frame[LINK_MOST_FRAME];
    uint8_t *at = frame;
    put8(&at, LINK_VERSION);
    put8(&at, type);
    put16(&at, session.nonce);
    put16(&at, (uint16_t)(session.last_seq + 1));
    put8(&at, size);
    memcpy(at, payload, size);
    put_hash(type, at, size);
    at += size;
    put16(&at, crc_of(frame, (size_t)(at - frame)));
    send_stuffed(frame, (uint8_t)(at - frame));
}

/* Takes an escape's frame from the input; returns the bytes that it took. */
static size_t take_frame(const uint8_t *data, size_t size)
{
    if (size < 2) return size;
    size_t length = data[1] % (LINK_MOST_PAYLOAD + 1);
    if (length > size - 2) length = size - 2;
    send_frame(data[0], data + 2, (uint8_t)length);
    return 2 + length;
}

static void arm_rig(void)
{
    static const uint8_t request[] = { 77, 0, 0, 0, 1, 0x10, 0x27 };   /* serial 77, forming, 10 s */
    static const uint8_t waveform[] = { 0, 0xDC, 5, 0xE8, 3, 0, 0, 0x24, 0xFA, 0xE8, 3, 0, 0, 100, 0, 0, 0 };
    send_frame(LINK_ARM, request, sizeof request);
    send_frame(LINK_WAVEFORM, waveform, sizeof waveform);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    uint32_t every = 1u << LINK_CAPABILITY_CELL_TOTALS | 1u << LINK_CAPABILITY_VECTOR_READ
        | 1u << LINK_CAPABILITY_PROGRAM | 1u << LINK_CAPABILITY_FORMING | 1u << LINK_CAPABILITY_COMPLIANCE;
    if (size > MOST_INPUT) return 0;
    rig_begin(every);
    line_size = 0;
    rig.check_pulse = check_pulse;
    if (size != 0 && data[0] & 1) arm_rig();
    for (size_t i = 0; i < size; i++) {
        rig.output_size = 0;
        if (data[i] == TICK)
            rig.millis += 97;
        else if (data[i] == ESCAPE)
            i += take_frame(data + i + 1, size - i - 1);
        else
            receive(data[i]);
    }
    check_totals();
    return 0;
}
