using System.Management.Automation;
using Personio.Client;
using Personio.Completers;
using Personio.Models;
using Personio.Parameters;

namespace Personio.Commands;

/// <summary>Makes compensations, one for each input. Asks first: the API can neither change nor remove them.</summary>
/// <remarks>
/// Everything binds by property name, also from what Get-PersonioCompensation writes. A row that cannot be carried out
/// becomes one error whose target is the row, and the next row goes on.
/// </remarks>
/// <example>
/// <code>Import-Csv bonus.csv | New-PersonioCompensation -Type 'Welcome bonus' -EffectiveFrom 2026-07-01 -WhatIf</code>
/// </example>
[Cmdlet(VerbsCommon.New, "PersonioCompensation", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[OutputType(typeof(Compensation))]
public sealed class NewPersonioCompensationCommand : WriterCommand
{
    /// <summary>The id of the person who is paid.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true)]
    [AllowEmptyString]
    public string PersonId { get; set; } = "";

    /// <summary>The type: its name, without wildcards, or its id.</summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipelineByPropertyName = true)]
    [Alias("CompensationTypeId")]
    [AllowEmptyString]
    [ArgumentCompleter(typeof(CompensationTypeCompleter))]
    public string Type { get; set; } = "";

    /// <summary>
    /// The amount, with at most two decimals: a number, or text such as 1250.50 with a point before the decimals.
    /// </summary>
    [Parameter(Mandatory = true, Position = 2, ValueFromPipelineByPropertyName = true)]
    [Alias("Value")]
    [AllowNull]
    [DecimalTransformation]
    public decimal? Amount { get; set; }

    /// <summary>The day from which it is paid, or the one on which it is paid once.</summary>
    [Parameter(Mandatory = true, Position = 3, ValueFromPipelineByPropertyName = true)]
    [AllowNull]
    [DayTransformation]
    public DateTime? EffectiveFrom { get; set; }

    /// <summary>The currency, three letters such as EUR; without it Personio takes the company's.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [AllowEmptyString]
    public string? Currency { get; set; }

    /// <summary>
    /// How often it is paid. Without it Personio takes monthly. Not sent for types that are paid once.
    /// </summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ChoiceTransformation(typeof(CompensationInterval))]
    public CompensationInterval? Interval { get; set; }

    /// <summary>A comment.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [AllowEmptyString]
    public string? Comment { get; set; }

    private Catalogue<CompensationType> Types => field ??= new Catalogue<CompensationType>(
        this,
        Endpoints.ListCompensationTypes,
        new(nameof(CompensationType), "compensation type", type => type.CompensationTypeId, type => type.Name));

    /// <inheritdoc/>
    private protected override void ProcessInput() => Attempt(TargetOr(PersonId), () =>
    {
        CompensationDraft draft = Draft().Check();
        if (draft.IsOneTime && draft.Interval is not null)
        {
            WriteWarning($"The interval {draft.Interval} is left out, because it is paid once: {draft}.");
        }

        if (ShouldProcess(draft.ToString(), "Create compensation, which cannot be undone"))
        {
            Create(draft);
        }
    });

    private CompensationDraft Draft()
    {
        (string person, string type) = (PersonId.Trim(), Type.Trim());
        string? missing = person.Length == 0 ? nameof(PersonId)
            : type.Length == 0 ? nameof(Type)
            : Amount is null ? nameof(Amount)
            : EffectiveFrom is null ? nameof(EffectiveFrom)
            : null;
        return missing is not null
            ? throw PersonioException.Invalid(
                $"The compensation of person '{person}' was not made: its {missing} is empty.")
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
        // Without the amount: errors end up in logs.
        Compensation made = Change(
            FormattableString.Invariant(
                $"'{draft.Type}' of person {draft.PersonId} from {draft.EffectiveFrom:yyyy-MM-dd}"),
            "was not created",
            () => Await(token => Client.CreateAsync<Compensation>(
                Endpoints.CreateCompensation.For().WithBody(draft.ToBody()), token)));
        WriteObject(draft.Complete(made));
    }
}
