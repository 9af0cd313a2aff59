using System.Management.Automation;
using Personio.Client;
using Personio.Completers;
using Personio.Models;
using Personio.Parameters;

namespace Personio.Commands;

/// <summary>
/// Creates a compensation for each input. Asks for confirmation, because the API cannot remove compensations.
/// </summary>
/// <remarks>
/// A fixed salary replaces an existing one of the person from the same day; the prompt shows the old amount and the new
/// one. All values bind by property name, including from the output of Get-PersonioCompensation. A row that fails
/// becomes one error whose target is the row, and processing continues with the next row.
/// </remarks>
/// <example>
/// <code>Import-Csv bonus.csv | New-PersonioCompensation -Type 'Welcome bonus' -EffectiveFrom 2026-07-01 -WhatIf</code>
/// </example>
[Cmdlet(
    VerbsCommon.New, "PersonioCompensation", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High,
    HelpUri = HelpPages.Root + "New-PersonioCompensation.md")]
[OutputType(typeof(Compensation))]
public sealed class NewPersonioCompensationCommand : WriteCmdletBase
{
    /// <summary>The person who is paid: id or email address.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true)]
    [Alias("PersonEmail", "Email")]
    [AllowEmptyString]
    [PersonTransformation]
    [ArgumentCompleter(typeof(PersonIdCompleter))]
    public string PersonId { get; set; } = "";

    /// <summary>The type: its name, without wildcards, or its id.</summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipelineByPropertyName = true)]
    [Alias("CompensationTypeId")]
    [AllowEmptyString]
    [ArgumentCompleter(typeof(NameOrIdCompleter<CompensationType>))]
    public string Type { get; set; } = "";

    /// <summary>
    /// The amount, with at most two decimals: a number, or text such as 1250.50 with a point before the decimals.
    /// </summary>
    [Parameter(Mandatory = true, Position = 2, ValueFromPipelineByPropertyName = true)]
    [Alias("Value")]
    [AllowNull]
    [DecimalTransformation]
    public decimal? Amount { get; set; }

    /// <summary>The first day for which it is paid, or the day of a one-time payment.</summary>
    [Parameter(Mandatory = true, Position = 3, ValueFromPipelineByPropertyName = true)]
    [AllowNull]
    [DayTransformation]
    public DateTime? EffectiveFrom { get; set; }

    /// <summary>The currency, three letters such as EUR. Default: the company's currency.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [AllowEmptyString]
    public string? Currency { get; set; }

    /// <summary>
    /// How often it is paid. Default: monthly. Ignored for types that are paid once.
    /// </summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ChoiceTransformation(typeof(CompensationInterval))]
    public CompensationInterval? Interval { get; set; }

    /// <summary>A comment.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [AllowEmptyString]
    public string? Comment { get; set; }

    // Fixed salaries of this run, so that -WhatIf sees the same replacements as a real run.
    private readonly Dictionary<(string Person, DateTime Day), CompensationDraft> _planned = [];

    private CachedList<CompensationType> Types => field ??= CachedLists.From(this, CompanyLists.CompensationTypes);

    /// <inheritdoc/>
    private protected override void ProcessInput() => TryRun(Given.TargetOrId(PersonId), () =>
    {
        CompensationDraft draft = Draft().Check();
        if (draft.IsOneTime && draft.Interval is not null)
        {
            WriteWarning(
                $"The interval {draft.Interval} is ignored for person {draft.PersonId}: this compensation type is paid "
                + "once.");
        }

        string? replaced = ReplacedBy(draft);
        string action = replaced is null
            ? "Create compensation, which cannot be undone"
            : $"Replace the fixed salary of {replaced} from the same day, which cannot be undone";
        string loggedAction = replaced is null ? "Create compensation" : "Replace fixed salary";
        bool mayChange = Changes.ConfirmForPerson(
            draft.PersonId, Given.TargetOrId(PersonId), draft.ToString(), action, $"person {draft.PersonId}",
            loggedAction);
        if (mayChange)
        {
            Create(draft);
        }

        // A salary that the user declined is not there to be replaced.
        if (draft.IsFixedSalary && (mayChange || Confirmation.IsWhatIf(this)))
        {
            _planned[(draft.PersonId, draft.EffectiveFrom)] = draft;
        }
    });

    // Personio silently replaces a fixed salary from the same day.
    private string? ReplacedBy(CompensationDraft draft)
    {
        if (!draft.IsFixedSalary)
        {
            return null;
        }

        if (_planned.TryGetValue((draft.PersonId, draft.EffectiveFrom), out CompensationDraft? planned))
        {
            return planned.AmountInWords;
        }

        string day = DateText.Day(draft.EffectiveFrom);
        IReadOnlyList<Compensation> paid = Await(token => Client.ListAllAsync<Compensation>(
            Endpoints.ListCompensations.For()
                .With("start_date", day)
                .With("end_date", day)
                .WithAny("person.id", [draft.PersonId]),
            token));
        return paid.FirstOrDefault(row =>
            CompensationDraft.IsFixed(row.Category) && row.EffectiveFrom == draft.EffectiveFrom) is { } found
            ? CompensationDraft.InWords(found.Amount, found.Currency, found.Interval)
            : null;
    }

    private CompensationDraft Draft()
    {
        (string person, string type) = (IdFor(nameof(PersonId), PersonId) ?? "", Type.Trim());
        string? missing = person.Length == 0 ? nameof(PersonId)
            : type.Length == 0 ? nameof(Type)
            : Amount is null ? nameof(Amount)
            : EffectiveFrom is null ? nameof(EffectiveFrom)
            : null;
        return missing is not null
            ? throw PersonioException.Invalid(
                $"The compensation of person '{person}' was not created: its {missing} is empty.")
            : new CompensationDraft
            {
                PersonId = person,
                Type = Types.Find(type),
                Amount = Amount!.Value,
                EffectiveFrom = EffectiveFrom!.Value,
                Currency = Currency?.Trim().ToUpperInvariant() is { Length: > 0 } code ? code : null,
                Interval = Interval,
                Comment = Comment,
            };
    }

    private void Create(CompensationDraft draft)
    {
        // Without the amount, because errors end up in logs.
        Compensation created = Changes.Send(
            $"'{draft.Type}' of person {draft.PersonId} from {DateText.Day(draft.EffectiveFrom)}",
            "was not created",
            token => Client.CreateAsync<Compensation>(
                Endpoints.CreateCompensation.For().WithBody(draft.ToBody()), token));
        WriteObject(draft.Complete(created));
    }
}
