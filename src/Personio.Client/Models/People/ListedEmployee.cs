namespace Personio.Models;

/// <summary>An employee in the list of API v1: an object with a label and a value for each attribute.</summary>
internal sealed record ListedEmployee : ApiObject, IIdentified
{
    public string? Type { get; init; }

    public ListedAttributes? Attributes { get; init; }

    string? IIdentified.Identity => Attributes?.Id?.Text;

    /// <inheritdoc/>
    public override string ToString() => Attributes?.Id?.Text ?? "";
}
