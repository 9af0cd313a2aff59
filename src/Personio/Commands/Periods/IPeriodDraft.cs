namespace Personio;

/// <summary>A period of a person that is about to be made. Its text is what <c>-WhatIf</c> says.</summary>
internal interface IPeriodDraft
{
    /// <summary>What it is compared by with periods that are there.</summary>
    PeriodKey Key { get; }

    /// <summary>The period in words, with the name of its person where that is known.</summary>
    string InWords(string? personName);

    /// <summary>The body of the request that makes it.</summary>
    IReadOnlyDictionary<string, object?> ToBody();
}
