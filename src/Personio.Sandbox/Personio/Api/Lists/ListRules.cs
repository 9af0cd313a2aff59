namespace Personio.Sandbox.Api;

/// <summary>The parameters that a list endpoint accepts.</summary>
internal sealed record ListRules(int DefaultLimit, int MaximumLimit, params string[] Filters)
{
    /// <summary>The maximum if no source documents one.</summary>
    public const int NoBound = int.MaxValue;

    /// <summary>The error message for filter values that cannot be parsed.</summary>
    public string InvalidValue { get; init; } = Problem.InvalidParameters;

    /// <summary>The error message for a limit out of range.</summary>
    public string InvalidLimit { get; init; } = Problem.InvalidParameters;

    /// <summary>The status for an invalid value or limit; unknown parameters always return 400.</summary>
    public int InvalidStatus { get; init; } = 400;

    /// <summary>Whether the next link is a plain string regardless of the setting for other lists.</summary>
    public bool LinksByString { get; init; }

    /// <summary>Whether the next link repeats the filters next to the cursor.</summary>
    public bool RepeatsFilters { get; init; }

    /// <summary>Whether its instants can be accepted as dates only, if the sandbox is set to do so.</summary>
    public bool MayTakeDatesOnly { get; init; }

    /// <summary>Whether the list can end with an empty page, if the sandbox is set to do so.</summary>
    public bool MayEndEmpty { get; init; }

    /// <summary>Whether next links can be relative, if the sandbox is set to do so.</summary>
    public bool MayBeRelative { get; init; }
}
