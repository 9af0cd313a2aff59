namespace Personio.Sandbox.Api;

/// <summary>What a list endpoint takes.</summary>
internal sealed record ListRules(int DefaultLimit, int MaximumLimit, params string[] Filters)
{
    /// <summary>The maximum where no source names one.</summary>
    public const int NoBound = int.MaxValue;

    /// <summary>What the endpoint says to filter values it cannot read.</summary>
    public string InvalidValue { get; init; } = Problem.InvalidParameters;

    /// <summary>What the endpoint says to a limit out of range.</summary>
    public string InvalidLimit { get; init; } = Problem.InvalidParameters;

    /// <summary>The status for a wrong value or limit; unknown parameters are always 400.</summary>
    public int InvalidStatus { get; init; } = 400;

    /// <summary>Whether the next link is a plain string, whatever the other lists do.</summary>
    public bool LinksByString { get; init; }

    /// <summary>Whether the next link repeats the filters beside the cursor.</summary>
    public bool RepeatsFilters { get; init; }

    /// <summary>Whether its instants may be taken as dates only when the sandbox is told so.</summary>
    public bool MayTakeDatesOnly { get; init; }

    /// <summary>Whether the list may end with an empty page when the sandbox is told so.</summary>
    public bool MayEndEmpty { get; init; }

    /// <summary>Whether next links may be relative when the sandbox is told so.</summary>
    public bool MayBeRelative { get; init; }
}
