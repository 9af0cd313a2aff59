using System.Text.Json.Serialization;

namespace Personio.Models;

/// <summary>A section of the text of a job posting.</summary>
public sealed record JobDescription : ApiObject
{
    /// <summary>The heading.</summary>
    public string? Name { get; init; }

    /// <summary>The text as HTML, as the company wrote it: sanitize it before displaying it in a page.</summary>
    [JsonPropertyName("value")]
    public string? Html { get; init; }

    /// <summary>The text without markup, one line per paragraph; null if there is no text.</summary>
    [JsonIgnore]
    public string? Text => field ??= HtmlText.Parse(Html);

    /// <inheritdoc/>
    public override string ToString()
    {
        string line = (Text ?? "").Replace('\n', ' ');
        return Name is null ? line : $"{Name}: {line}";
    }
}
