namespace Personio;

/// <summary>
/// The body of a change, built from parameters. A parameter that was not given is omitted and leaves its value
/// unchanged; null clears the value.
/// </summary>
/// <param name="isGiven">Returns true if a parameter is to be sent.</param>
/// <param name="omitsEmpty">True to omit nulls and empty texts, as in the body of a new object.</param>
internal sealed class ChangeBody(Func<string, bool> isGiven, bool omitsEmpty = false)
{
    private readonly Dictionary<string, object?> _members = [];

    /// <summary>The members by their JSON names.</summary>
    public IReadOnlyDictionary<string, object?> Members => _members;

    /// <summary>The body of a new object: every value that is not empty.</summary>
    public static ChangeBody ForNew() => new(_ => true, omitsEmpty: true);

    /// <summary>True if the body has no members.</summary>
    public bool IsEmpty => _members.Count == 0;

    /// <summary>Rejects a change without any values, which is a mistake of the caller.</summary>
    /// <param name="subject">The object to change, in words and with its ID.</param>
    /// <exception cref="PersonioException">The body is empty (<c>InvalidRequest</c>).</exception>
    public void RejectEmpty(string subject)
    {
        if (IsEmpty)
        {
            throw PersonioException.Invalid($"Nothing to change for {subject}. Specify at least one property.");
        }
    }

    /// <summary>Adds a value unchanged.</summary>
    public ChangeBody Add(string parameter, string member, object? value)
    {
        if (isGiven(parameter) && !(omitsEmpty && value is null or ""))
        {
            LostCharacters.Reject(value as string);
            _members[member] = value;
        }

        return this;
    }

    /// <summary>Adds a text; an empty text clears the value.</summary>
    public ChangeBody AddText(string parameter, string member, string? text) =>
        Add(parameter, member, string.IsNullOrEmpty(text) ? null : text);

    /// <summary>Adds an object with one text, <c>{"title": "…"}</c>; null clears it.</summary>
    public ChangeBody AddPart(string parameter, string member, string name, string? text)
    {
        LostCharacters.Reject(isGiven(parameter) ? text : null);
        return Add(parameter, member, text is null ? null : new Dictionary<string, string> { [name] = text });
    }

    /// <summary>Adds a reference to another object, <c>{"id": "…"}</c>; null or empty clears it.</summary>
    /// <exception cref="PersonioException">The value is not a valid ID (<c>InvalidRequest</c>).</exception>
    public ChangeBody AddReference(string parameter, string member, string? id) =>
        !string.IsNullOrEmpty(id) && isGiven(parameter) && ApiRequest.RefusalOf(id) is { } refusal
            ? throw refusal
            : Add(parameter, member, string.IsNullOrEmpty(id) ? null : new { id });

    /// <summary>Adds a day.</summary>
    public ChangeBody AddDay(string parameter, string member, DateTime? day) =>
        Add(parameter, member, DateText.Day(day));

    /// <summary>Adds a day as an object, <c>{"date": "…"}</c>.</summary>
    public ChangeBody AddDate(string parameter, string member, DateTime? day) =>
        Add(parameter, member, day is { } given ? new { date = DateText.Day(given) } : null);

    /// <summary>Adds a local date and time, <c>{"date_time": "…"}</c>.</summary>
    public ChangeBody AddMoment(string parameter, string member, DateTime? moment) =>
        Add(parameter, member, moment is { } time ? new { date_time = DateText.WallClock(time) } : null);

    /// <summary>
    /// Adds an enum value as upper-case text. <c>Unspecified</c> can be read but not written, so it is omitted.
    /// </summary>
    public ChangeBody AddEnum(string parameter, string member, Enum? value) =>
        IsUnspecified(value?.ToString()) ? this : Add(parameter, member, value?.ToString().ToUpperInvariant());

    /// <summary>Adds a member that the server requires, whether or not its parameter was given.</summary>
    public ChangeBody AddAlways(string member, object? value)
    {
        // Error messages must not repeat a secret.
        LostCharacters.Reject(member == "token" ? null : value as string);
        _members[member] = value;
        return this;
    }

    /// <summary>
    /// Adds the current value of a member that is not being changed, if the server requires it with every change.
    /// <c>Unspecified</c> can be read but not written, so it is omitted.
    /// </summary>
    public ChangeBody AddCurrent(string member, string? current)
    {
        if (current is not null && !IsUnspecified(current))
        {
            _members.TryAdd(member, current);
        }

        return this;
    }

    /// <summary>Adds the current day of a member that is not being changed.</summary>
    public ChangeBody AddCurrentDay(string member, DateTime? current) => AddCurrent(member, DateText.Day(current));

    /// <summary>The names of the changed members, for <c>-WhatIf</c>.</summary>
    public override string ToString() => string.Join(", ", _members.Keys);

    private static bool IsUnspecified(string? word) =>
        string.Equals(word, "UNSPECIFIED", StringComparison.OrdinalIgnoreCase);
}
