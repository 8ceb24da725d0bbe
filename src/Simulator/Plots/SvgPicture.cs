using System.Globalization;
using System.Text;
using System.Xml;
using System.Xml.Linq;
using SkiaSharp;

namespace CrossbarSim.Simulator.Plots;

/// <summary>Draws to SVG and mends what Skia leaves out.</summary>
internal static class SvgPicture
{
    /// <summary>Writes a drawing as SVG.</summary>
    /// <param name="output">Receives the file, UTF-8.</param>
    /// <param name="width">Width, pixels.</param>
    /// <param name="height">Height, pixels.</param>
    /// <param name="draw">Draws on the canvas it is given.</param>
    public static void Write(Stream output, int width, int height, Action<SKCanvas> draw)
    {
        using var memory = new MemoryStream();

        // The document is complete only once its canvas is disposed of.
        using (var canvas = SKSvgCanvas.Create(new SKRect(0, 0, width, height), memory)) draw(canvas);
        memory.Position = 0;
        var document = XDocument.Load(memory, LoadOptions.PreserveWhitespace);
        Mend(document.Root!, width, height);
        using var writer = XmlWriter.Create(
            output, new XmlWriterSettings { Encoding = new UTF8Encoding(false), CloseOutput = false });
        document.Save(writer);
    }

    private static void Mend(XElement root, int width, int height)
    {
        root.SetAttributeValue("viewBox", string.Create(CultureInfo.InvariantCulture, $"0 0 {width} {height}"));
        foreach (var element in root.Descendants())
        {
            if (element.Name.LocalName == "text") MendText(element);

            // A heat map is a small picture enlarged: viewers smooth it unless told not to.
            if (element.Name.LocalName == "image")
                element.SetAttributeValue("style", "image-rendering:optimizeSpeed;image-rendering:pixelated");
        }
    }

    private static void MendText(XElement text)
    {
        // Every glyph has its own x, so a viewer without DejaVu still sets the text in the right places.
        text.SetAttributeValue("font-family", $"{FigureFont.Name}, sans-serif");
        foreach (var name in new[] { "x", "y" })
            if (text.Attribute(name) is { } positions) positions.Value = positions.Value.TrimEnd(' ', ',');
        text.Value = text.Value.Trim();
    }
}
