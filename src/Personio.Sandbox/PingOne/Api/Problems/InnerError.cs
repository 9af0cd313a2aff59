namespace Personio.Sandbox.PingOne.Api;

/// <summary>The constraint that was violated.</summary>
internal sealed record InnerError
{
    public int? RangeMinimumValue { get; init; }

    public int? RangeMaximumValue { get; init; }

    public int? MaximumValue { get; init; }

    public string? AllowedPattern { get; init; }

    public IReadOnlyList<string>? AllowedValues { get; init; }

    public IReadOnlyList<string>? SupportedAttributes { get; init; }

    public IReadOnlyList<string>? SupportedOperators { get; init; }
}
