using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace Personio.Lifecycle;

/// <summary>
/// Writes markup unchanged and text escaped, so that nothing from a row is ever interpreted as markup.
/// </summary>
internal sealed class PageText(TextWriter writer)
{
    // Letters of all scripts stay as they are; direction marks and control characters become references.
    private static readonly HtmlEncoder s_encoder = HtmlEncoder.Create(UnicodeRanges.All);

    /// <summary>Writes trusted markup.</summary>
    public PageText Raw(string markup)
    {
        writer.Write(markup);
        return this;
    }

    /// <summary>Writes text, escaped.</summary>
    public PageText Text(string? text)
    {
        writer.Write(s_encoder.Encode(text ?? ""));
        return this;
    }

    /// <summary>Writes a number.</summary>
    public PageText Text(int number) => Raw(number.ToString(CultureInfo.InvariantCulture));
}
