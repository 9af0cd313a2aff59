namespace Personio;

/// <summary>
/// The body of a change, built from parameters: what was not given is left out and stays as it is; null clears.
/// </summary>
/// <param name="isGiven">Whether a parameter is to be sent.</param>
/// <param name="leavesOutEmpty">Whether nulls and empty texts are omitted, as in the body of a new object.</param>
internal sealed class ChangeBody(Func<string, bool> isGiven, bool leavesOutEmpty = false)
{
    private readonly Dictionary<string, object?> _members = [];

    /// <summary>The members, by their names on the wire.</summary>
    public IReadOnlyDictionary<string, object?> Members => _members;

    /// <summary>The body of a new object: all that is not empty.</summary>
    public static ChangeBody ForNew() => new(_ => true, leavesOutEmpty: true);

    /// <summary>Whether nothing is to be changed.</summary>
    public bool IsEmpty => _members.Count == 0;

    /// <summary>Refuses a change of nothing, which is a mistake.</summary>
    /// <param name="subject">What was to be changed, in words and with its id.</param>
    /// <exception cref="PersonioException">Nothing is to be changed (<c>InvalidRequest</c>).</exception>
    public void RefuseEmpty(string subject)
    {
        if (IsEmpty)
        {
            throw PersonioException.Invalid($"Nothing to change for {subject}. Specify at least one property.");
        }
    }

    /// <summary>Adds a value as it is.</summary>
    public ChangeBody Add(string parameter, string member, object? value)
    {
        if (isGiven(parameter) && !(leavesOutEmpty && value is null or ""))
        {
            LostCharacters.Refuse(value as string);
            _members[member] = value;
        }

        return this;
    }

    /// <summary>Adds a text; an empty one clears.</summary>
    public ChangeBody AddText(string parameter, string member, string? text) =>
        Add(parameter, member, string.IsNullOrEmpty(text) ? null : text);

    /// <summary>Adds an object with one text: <c>{"title": "…"}</c>; no text clears it.</summary>
    public ChangeBody AddPart(string parameter, string member, string name, string? text)
    {
        LostCharacters.Refuse(isGiven(parameter) ? text : null);
        return Add(parameter, member, text is null ? null : new Dictionary<string, string> { [name] = text });
    }

    /// <summary>Adds a reference to another object: <c>{"id": "…"}</c>; no id clears it.</summary>
    /// <exception cref="PersonioException">It cannot be an id (<c>InvalidRequest</c>).</exception>
    public ChangeBody AddReference(string parameter, string member, string? id) =>
        !string.IsNullOrEmpty(id) && isGiven(parameter) && ApiRequest.RefusalOf(id) is { } refusal
            ? throw refusal
            : Add(parameter, member, string.IsNullOrEmpty(id) ? null : new { id });

    /// <summary>Adds a day.</summary>
    public ChangeBody AddDay(string parameter, string member, DateTime? day) =>
        Add(parameter, member, DateText.Day(day));

    /// <summary>Adds a day as an object: <c>{"date": "…"}</c>.</summary>
    public ChangeBody AddDate(string parameter, string member, DateTime? day) =>
        Add(parameter, member, day is { } given ? new { date = DateText.Day(given) } : null);

    /// <summary>Adds a moment on the wall clock: <c>{"date_time": "…"}</c>.</summary>
    public ChangeBody AddMoment(string parameter, string member, DateTime? moment) =>
        Add(parameter, member, moment is { } time ? new { date_time = DateText.WallClock(time) } : null);

    /// <summary>
    /// Adds an enumeration as upper case text. What is read as unspecified cannot be written, and is left out.
    /// </summary>
    public ChangeBody AddWord(string parameter, string member, Enum? value) =>
        IsUnspecified(value?.ToString()) ? this : Add(parameter, member, value?.ToString().ToUpperInvariant());

    /// <summary>Adds a member whatever was given, for what the server demands.</summary>
    public ChangeBody Always(string member, object? value)
    {
        // No message may repeat a secret.
        LostCharacters.Refuse(member == "token" ? null : value as string);
        _members[member] = value;
        return this;
    }

    /// <summary>
    /// Adds a member as it is now where it is not to be changed, for what the server demands with every change. What is
    /// read as unspecified cannot be written, and is left out.
    /// </summary>
    public ChangeBody Keep(string member, string? now)
    {
        if (now is not null && !IsUnspecified(now))
        {
            _members.TryAdd(member, now);
        }

        return this;
    }

    /// <summary>Adds a day as it is now where it is not to be changed.</summary>
    public ChangeBody KeepDay(string member, DateTime? now) => Keep(member, DateText.Day(now));

    /// <summary>The names of what is changed, for <c>-WhatIf</c>.</summary>
    public override string ToString() => string.Join(", ", _members.Keys);

    private static bool IsUnspecified(string? word) =>
        string.Equals(word, "UNSPECIFIED", StringComparison.OrdinalIgnoreCase);
}
