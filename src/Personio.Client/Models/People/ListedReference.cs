namespace Personio.Models;

/// <summary>The object that an attribute refers to: a department, an office, or the share of a cost center.</summary>
internal sealed record ListedReference : ApiObject
{
    public string? Type { get; init; }

    public Target? Attributes { get; init; }

    /// <inheritdoc/>
    public override string ToString() => Attributes?.ToString() ?? "";

    [FlatMember("name")]
    internal sealed record Target : ApiObject
    {
        public string? Id { get; init; }

        public string? Name { get; init; }

        public decimal? Percentage { get; init; }

        /// <inheritdoc/>
        public override string ToString() => Name ?? Id ?? "";
    }
}
