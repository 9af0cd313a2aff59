using System.Globalization;
using Personio.Models;

namespace Personio;

/// <summary>
/// A compensation about to be created. Rejects what can be recognized as wrong before the request, and builds the
/// request body.
/// </summary>
internal sealed record CompensationDraft
{
    public required string PersonId { get; init; }

    public required CompensationType Type { get; init; }

    public required decimal Amount { get; init; }

    public required DateTime EffectiveFrom { get; init; }

    public string? Currency { get; init; }

    public CompensationInterval? Interval { get; init; }

    public string? Comment { get; init; }

    /// <summary>True if the compensation is paid once, so that an interval has no meaning.</summary>
    public bool IsOneTime => string.Equals(Type.Category, "ONE_TIME", StringComparison.OrdinalIgnoreCase);

    /// <summary>True if it is a fixed salary. A person has only one at a time.</summary>
    public bool IsFixedSalary => IsFixed(Type.Category);

    /// <summary>The amount and how often it is paid, if known.</summary>
    public string AmountInWords => InWords(Amount, Currency, IntervalText);

    /// <summary>
    /// The interval in Personio's spelling, which has a hyphen in one of them; null if not specified or paid once.
    /// </summary>
    public string? IntervalText => IsOneTime ? null : Interval switch
    {
        null => null,
        CompensationInterval.HalfYearly => "HALF-YEARLY",
        { } other => other.ToString().ToUpperInvariant(),
    };

    private string AmountText => InWords(Amount, Currency, null);

    /// <summary>True if a category is that of fixed salaries.</summary>
    public static bool IsFixed(string? category) =>
        string.Equals(category, "FIXED_SALARY", StringComparison.OrdinalIgnoreCase);

    /// <summary>An amount in words.</summary>
    public static string InWords(decimal? amount, string? currency, string? interval) => string.Join(' ', new[]
    {
        string.Create(CultureInfo.InvariantCulture, $"{amount:0.00######}"), currency, interval,
    }.Where(part => !string.IsNullOrEmpty(part)));

    /// <summary>Rejects what Personio would reject.</summary>
    /// <exception cref="PersonioException">A value is invalid (<c>InvalidRequest</c>).</exception>
    public CompensationDraft Check()
    {
        if (ApiRequest.RefusalOf(PersonId) is { } refusal)
        {
            throw refusal;
        }

        LostCharacters.Reject(Comment);
        string? wrong = this switch
        {
            _ when decimal.Round(Amount, 2) != Amount => $"its amount {AmountText} has more than two decimals",
            { Currency: { } code } when code.Length != 3 || !code.All(char.IsAsciiLetterUpper) =>
                $"'{Currency}' is not a currency: specify three letters (ISO 4217), such as EUR",
            { EffectiveFrom.TimeOfDay.Ticks: > 0 } => "EffectiveFrom is a day and has no time",
            _ => null,
        };
        return wrong is null
            ? this
            : throw PersonioException.Invalid($"The compensation of person {PersonId} was not created: {wrong}.");
    }

    /// <summary>The request body. Amount and currency are flat here, unlike in responses.</summary>
    public Dictionary<string, object?> ToBody()
    {
        var body = new Dictionary<string, object?>
        {
            ["person"] = new { id = PersonId },
            ["type"] = new { id = Type.CompensationTypeId },
            ["value"] = Amount,
        };
        if (Currency is not null)
        {
            body["currency"] = Currency;
        }

        body["effective_from"] = DateText.Day(EffectiveFrom);
        if (IntervalText is { } interval)
        {
            body["interval"] = interval;
        }

        if (!string.IsNullOrEmpty(Comment))
        {
            body["comment"] = Comment;
        }

        return body;
    }

    /// <summary>The response, completed with what was sent: a created compensation cannot be read back.</summary>
    public Compensation Complete(Compensation created) => created with
    {
        PersonId = created.PersonId ?? PersonId,
        CompensationTypeId = created.CompensationTypeId ?? Type.CompensationTypeId,
        Type = created.Type ?? Type.Name,
        Category = created.Category ?? Type.Category,
        Amount = created.Amount ?? Amount,
        Currency = created.Currency ?? Currency,
        Interval = created.Interval ?? IntervalText,
        EffectiveFrom = created.EffectiveFrom ?? EffectiveFrom,
    };

    /// <summary>The compensation in words, for <c>-WhatIf</c> and <c>-Confirm</c>.</summary>
    public override string ToString() =>
        $"{Type.Name ?? Type.CompensationTypeId}, {AmountText}{IntervalWords()}, for person {PersonId} from "
        + $"{DateText.Day(EffectiveFrom)}";

    private string IntervalWords() => IsOneTime ? " once" : IntervalText is { } interval ? $" {interval}" : "";
}
