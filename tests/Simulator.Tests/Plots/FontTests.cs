using System.Diagnostics;
using CrossbarSim.Simulator.Plots;
using ScottPlot;
using SkiaSharp;

namespace CrossbarSim.Simulator.Tests.Plots;

public sealed class FontTests : FigureFolder
{
    // Where the parent asks a child on a machine without fonts to draw.
    private const string Variable = "CROSSBARSIM_TEST_FONTLESS_FOLDER";
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
        var folder = Path.GetDirectoryName(Base("x"))!;
        var method = $"{typeof(FontTests).FullName}.{nameof(Draws_for_the_parent)}";
        RunWithoutFonts(
            $"\"{Path.ChangeExtension(typeof(FontTests).Assembly.Location, null)}\" -method {method} -explicit only", folder);

        // The first two prove that the fonts were hidden, the third that ours needs none.
        FigureFont.Register();
        DrawBareText(Base("fonts.png"));
        Assert.True(Picture.DarkPixels(Base("fonts.png")) > 500, "the bare text is blank with a font, too");
        Assert.Equal(0, Picture.DarkPixels(Base("unregistered.png")));
        Assert.True(Picture.DarkPixels(Base("registered.png"), Title) > 500, "the title is blank");
    }

    // The child's half of the test above; explicit, so that nobody else runs it.
    [Fact(Explicit = true)]
    public void Draws_for_the_parent()
    {
        var folder = Environment.GetEnvironmentVariable(Variable)!;
        DrawBareText(Path.Combine(folder, "unregistered.png"));
        AccuracyFigure.Save(SyntheticData.Run(3, 0.9), Path.Combine(folder, "registered"), "A title without a font");
    }

    // ScottPlot alone, in whatever font is its default now, and nothing but text.
    private static void DrawBareText(string png)
    {
        using var plot = new Plot();
        plot.HideAxesAndGrid();
        var label = plot.Add.Annotation("A title without a font", Alignment.UpperCenter).LabelStyle;
        label.FontSize = FigureStyle.TitleSize;
        (label.BackgroundColor, label.BorderColor, label.ShadowColor) =
            (Colors.Transparent, Colors.Transparent, Colors.Transparent);
        plot.SavePng(png, 1200, 800);
    }

    private static bool CanHideFonts()
    {
        try
        {
            return Run(Hide("true"), null).ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }

    private static void RunWithoutFonts(string command, string folder)
    {
        var (exitCode, errors) = Run(Hide(command), folder);
        Assert.Equal(0, exitCode);

        // Skia writes what it cannot put into an SVG straight to standard error.
        Assert.DoesNotContain("Unsupported", errors, StringComparison.Ordinal);
    }

    // Skia without dependencies looks for fonts in this one folder.
    private static string Hide(string command) => $"mount -t tmpfs none /usr/share/fonts && {command}";

    private static (int ExitCode, string Errors) Run(string script, string? folder)
    {
        var start = new ProcessStartInfo("unshare", ["-rm", "sh", "-c", script])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        if (folder is not null) start.Environment[Variable] = folder;
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, errors.Result);
    }
}
