using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace Personio.Lifecycle;

/// <summary>Writes markup as it is, and text escaped: nothing that comes from a row is ever markup.</summary>
internal sealed class PageText(TextWriter writer)
{
    // Letters of all scripts stay letters; marks of direction and controls become references.
    private static readonly HtmlEncoder s_encoder = HtmlEncoder.Create(UnicodeRanges.All);

    /// <summary>Writes markup of ours.</summary>
    public PageText Raw(string markup)
    {
        writer.Write(markup);
        return this;
    }

    /// <summary>Writes text.</summary>
    public PageText Text(string? text)
    {
        writer.Write(s_encoder.Encode(text ?? ""));
        return this;
    }

    /// <summary>Writes a number.</summary>
    public PageText Text(int number) => Raw(number.ToString(CultureInfo.InvariantCulture));
}
