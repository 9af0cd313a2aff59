namespace Personio.Models;

/// <summary>An employee as the list of API v1 has them: an object with label and value for each attribute.</summary>
internal sealed record ListedEmployee : ApiObject, IIdentified
{
    public string? Type { get; init; }

    public ListedAttributes? Attributes { get; init; }

    string? IIdentified.Identity => Attributes?.Id?.Text;

    /// <inheritdoc/>
    public override string ToString() => Attributes?.Id?.Text ?? "";
}
