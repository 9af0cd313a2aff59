namespace Personio.Models;

/// <summary>How far the approval of a period is.</summary>
[FlatMember("status")]
internal sealed record Approval : ApiObject
{
    public string? Status { get; init; }

    /// <inheritdoc/>
    public override string ToString() => Status ?? "";
}
