namespace Personio;

/// <summary>The periods that a run with <c>-WhatIf</c> would have created so far, by person.</summary>
internal sealed class PlannedPeriods
{
    private readonly Dictionary<string, List<IPeriodDraft>> _byPerson = new(StringComparer.Ordinal);

    /// <summary>Records a period.</summary>
    public void Add(IPeriodDraft draft)
    {
        if (!_byPerson.TryGetValue(draft.Key.PersonId, out List<IPeriodDraft>? drafts))
        {
            _byPerson[draft.Key.PersonId] = drafts = [];
        }

        drafts.Add(draft);
    }

    /// <summary>The periods of a person.</summary>
    public IReadOnlyCollection<IPeriodDraft> For(string personId) => _byPerson.GetValueOrDefault(personId) ?? [];
}
