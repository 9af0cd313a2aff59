namespace Personio.Models;

/// <summary>The approval status of a period.</summary>
[FlatMember("status")]
internal sealed record Approval : ApiObject
{
    public string? Status { get; init; }

    /// <inheritdoc/>
    public override string ToString() => Status ?? "";
}
