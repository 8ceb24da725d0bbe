using System.Globalization;
using CrossbarSim.Core.Units;
using CsCheck;

namespace CrossbarSim.Core.Tests.Units;

public sealed class QuantityTests
{
    /// <summary>Numbers over 24 decades with all 53 bits, both signs.</summary>
    private static readonly Gen<double> Values =
        Gen.Select(Gen.Double[-15, 9], Gen.Bool, (power, up) => (up ? 1 : -1) * Math.Pow(10, power));

    [Fact]
    public void What_is_printed_is_read_back_to_the_same_number() =>
        Values.Sample(
            value =>
            {
                var text = Quantity.Format(value, "S");
                Assert.True(Quantity.TryParse(text, "S", out var back), text);
                Assert.True(BitConverter.DoubleToInt64Bits(value) == BitConverter.DoubleToInt64Bits(back), text);
            },
            iter: 20_000);

    [Fact]
    public void One_to_three_digits_stand_before_the_point() =>
        Values.Sample(value =>
        {
            var number = Quantity.Format(Math.Abs(value), "V").Split(' ')[0];
            Assert.InRange(double.Parse(number, CultureInfo.InvariantCulture), 1, Math.BitDecrement(1000.0));
        });

    [Theory]
    [InlineData(0, "0 S")]
    [InlineData(5e-6, "5 uS")]
    [InlineData(50e-6, "50 uS")]
    [InlineData(-1.1, "-1.1 S")]
    [InlineData(1e-3, "1 mS")]
    [InlineData(1000, "1 kS")]
    [InlineData(999.9999999999999, "999.9999999999999 S")]
    [InlineData(123.456e6, "123.456 MS")]
    [InlineData(1.5e9, "1.5 GS")]
    [InlineData(2e-17, "0.02 fS")]
    [InlineData(1e23, "100000000000000 GS")]
    public void Numbers_are_printed_with_the_prefix_that_suits_them(double value, string expected) =>
        Assert.Equal(expected, Quantity.Format(value, "S"));

    [Theory]
    [InlineData(1e300)]
    [InlineData(double.MaxValue)]
    [InlineData(double.Epsilon)]
    [InlineData(-1.7976931348623155e-300)]
    public void Numbers_beyond_every_prefix_survive_too(double value)
    {
        Assert.True(Quantity.TryParse(Quantity.Format(value, "A"), "A", out var back));
        Assert.Equal(value, back);
    }

    [Theory]
    [InlineData("5 uS")]
    [InlineData("5 µS")]
    [InlineData("5 μS")]
    [InlineData("5uS")]
    [InlineData("  5   uS ")]
    [InlineData("+5 uS")]
    [InlineData("0.005 mS")]
    [InlineData("5000 nS")]
    [InlineData("5e-6 S")]
    [InlineData("5E-6 S")]
    [InlineData("5e-15 GS")]
    [InlineData("5e9 fS")]
    public void Every_way_to_write_five_microsiemens_is_the_same_number(string text)
    {
        Assert.True(Quantity.TryParse(text, "S", out var value));
        Assert.Equal(5e-6, value);
    }

    [Theory]
    [InlineData("100 us", "s", 100e-6)]
    [InlineData("-1.1 V", "V", -1.1)]
    [InlineData("10 kOhm", "Ohm", 10e3)]
    [InlineData("2 MOhm", "Ohm", 2e6)]
    [InlineData(".5 mA", "A", 0.5e-3)]
    [InlineData("0 pS", "S", 0)]
    public void Units_and_prefixes_are_read(string text, string unit, double expected)
    {
        Assert.True(Quantity.TryParse(text, unit, out var value));
        Assert.Equal(expected, value);
    }

    [Theory]
    [InlineData("")]
    [InlineData("S")]
    [InlineData("uS")]
    [InlineData("5")]
    [InlineData("5 us")]
    [InlineData("5 US")]
    [InlineData("5 u S")]
    [InlineData("5 xS")]
    [InlineData("5 mV")]
    [InlineData("5 uuS")]
    [InlineData("5,5 uS")]
    [InlineData("1,000 uS")]
    [InlineData("five uS")]
    [InlineData("0x5 uS")]
    [InlineData("NaN S")]
    [InlineData("Infinity S")]
    [InlineData("1e400 S")]
    [InlineData("1e308 GS")]
    [InlineData("0e99999999999 S")]
    [InlineData("1e-99999999999 S")]
    [InlineData("5\0 S")]
    [InlineData("5 uS 6 uS")]
    public void Texts_that_are_no_quantity_are_refused(string text) =>
        Assert.False(Quantity.TryParse(text, "S", out _), text);

    [Fact]
    public void A_prefixed_number_is_rounded_once()
    {
        // 50 * 1e-6 and 0.7 * 1e-3 are not the doubles nearest to 5e-5 and 7e-4.
        Assert.True(Quantity.TryParse("50.3 uS", "S", out var micro));
        Assert.True(Quantity.TryParse("0.7 mS", "S", out var milli));
        Assert.Equal((50.3e-6, 0.7e-3), (micro, milli));
    }

    [Theory]
    [InlineData("90 s", 90)]
    [InlineData("1 min", 60)]
    [InlineData("1.5h", 5400)]
    [InlineData("1 day", 86_400)]
    [InlineData("30 days", 2_592_000)]
    [InlineData("1 year", 31_536_000)]
    [InlineData("10 years", 315_360_000)]
    public void Times_are_also_read_in_minutes_hours_days_and_years(string text, double seconds)
    {
        Assert.True(Quantity.TryParse(text, "s", out var value));
        Assert.Equal(seconds, value);
    }

    [Theory]
    [InlineData(60, "1 min")]
    [InlineData(90, "90 s")]
    [InlineData(3_600, "1 h")]
    [InlineData(2_592_000, "30 day")]
    [InlineData(63_072_000, "2 year")]
    [InlineData(1e7, "10 Ms")]
    [InlineData(1e-6, "1 us")]
    public void Whole_times_are_printed_in_the_largest_unit(double seconds, string expected) =>
        Assert.Equal(expected, Quantity.Format(seconds, "s"));

    [Theory]
    [InlineData("5 hs")]
    [InlineData("5 kh")]
    [InlineData("5 mins")]
    [InlineData("day")]
    public void Other_words_are_no_times(string text) => Assert.False(Quantity.TryParse(text, "s", out _));

    [Fact]
    public void Only_times_are_read_in_days() => Assert.False(Quantity.TryParse("5 day", "S", out _));
}
