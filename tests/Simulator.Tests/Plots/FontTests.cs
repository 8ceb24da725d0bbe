using System.Diagnostics;
using CrossbarSim.Simulator.Plots;
using ScottPlot;
using SkiaSharp;

namespace CrossbarSim.Simulator.Tests.Plots;

public sealed class FontTests : FigureFolder
{
    // Where every figure has its title.
    private static readonly SKRectI Title = new(0, 0, 1200, 64);

    [Fact]
    public void The_embedded_font_answers_for_its_name_even_where_it_is_installed()
    {
        FigureFont.Register();
        Assert.Same(FigureFont.Typeface, Fonts.GetTypeface(FigureFont.Name, bold: false, italic: false));
        Assert.Equal(FigureFont.Name, FigureFont.Typeface.FamilyName);
        Assert.All("Aµ×ΩΔ±⁺⁻…−ж", c => Assert.NotEqual(0, FigureFont.Typeface.GetGlyph(c)));
    }

    [Fact]
    public void Figures_have_text_on_a_machine_without_fonts()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux() && CanHideFonts(), "needs Linux with user namespaces to hide the fonts");
        var program = Path.Combine(AppContext.BaseDirectory, "crossbarsim.dll");
        var folder = Path.GetDirectoryName(Base("x"))!;
        var (exitCode, errors) = Run(Hide($"dotnet '{program}' curves seed-linear --out '{folder}'"));
        Assert.Equal(0, exitCode);

        // Skia writes what it cannot put into an SVG straight to standard error.
        Assert.Empty(errors);
        Assert.True(Picture.DarkPixels(Base("curves.png"), Title) > 500, "the title is blank");
    }

    private static bool CanHideFonts()
    {
        try
        {
            return Run(Hide("true")).ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }

    // Skia without dependencies looks for fonts in this one folder.
    private static string Hide(string command) =>
        $"if test -d /usr/share/fonts; then mount -t tmpfs none /usr/share/fonts; fi && {command}";

    private static (int ExitCode, string Errors) Run(string script)
    {
        var start = new ProcessStartInfo("unshare", ["-rm", "sh", "-c", script])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, errors.Result);
    }
}
