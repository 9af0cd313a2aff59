namespace Personio;

/// <summary>One period that is asked for.</summary>
/// <param name="Target">What its errors are about: the object or row it comes from.</param>
/// <param name="Draft">What is to be created; null where the input is wrong.</param>
internal sealed record PeriodInput(object Target, IPeriodDraft? Draft)
{
    /// <summary>Whether somebody may have forgotten the end of a period that has none.</summary>
    public bool IsEndForgotten { get; init; }

    /// <summary>Why nothing can be created; null where something can.</summary>
    public PersonioException? Fault { get; init; }
}
