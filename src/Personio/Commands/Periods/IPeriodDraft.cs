namespace Personio;

/// <summary>A person's period that is about to be created. <c>-WhatIf</c> displays its text.</summary>
internal interface IPeriodDraft
{
    /// <summary>Compares the period with existing ones.</summary>
    PeriodKey Key { get; }

    /// <summary>The period in words, with the name of its person if known.</summary>
    string InWords(string? personName);

    /// <summary>The body of the creation request.</summary>
    IReadOnlyDictionary<string, object?> ToBody();
}
