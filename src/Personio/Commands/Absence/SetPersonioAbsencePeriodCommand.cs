using System.Management.Automation;
using Personio.Client;
using Personio.Models;
using Personio.Parameters;

namespace Personio.Commands;

/// <summary>Changes the dates or the comment of absences. Values that are not specified stay unchanged.</summary>
/// <remarks>
/// If a date or a half is specified, the absence is read first so that both ends are checked together. Person, type and
/// substitute cannot be changed, and the API cannot approve or reject: remove the absence and create another. New dates
/// require a new approval unless -SkipApproval is specified.
/// </remarks>
/// <example>
/// <code>
/// Get-PersonioAbsencePeriod 2026-08-03 2026-08-03 -PersonId $id | Set-PersonioAbsencePeriod -EndDate 2026-08-10
/// </code>
/// </example>
[Cmdlet(
    VerbsCommon.Set, "PersonioAbsencePeriod", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Medium,
    HelpUri = HelpPages.Root + "Set-PersonioAbsencePeriod.md")]
[OutputType(typeof(AbsencePeriod))]
public sealed class SetPersonioAbsencePeriodCommand : SetCmdletBase<AbsencePeriod>
{
    private static readonly string[] s_boundaries =
        [nameof(StartDate), nameof(StartHalf), nameof(EndDate), nameof(EndHalf), nameof(OpenEnd)];

    // The resulting absence, if its days are changed.
    private AbsenceDraft? _draft;

    /// <summary>The ids of the absences.</summary>
    [Parameter(Position = 0, ValueFromPipelineByPropertyName = true)]
    [Alias("Id")]
    public string[]? AbsencePeriodId { get; set; }

    /// <summary>The new first day, with its time for types counted in hours.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [AllowNull]
    [DayTransformation]
    public DateTime? StartDate { get; set; }

    /// <summary>The new last day, inclusive, with its time for types counted in hours.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [AllowNull]
    [DayTransformation]
    public DateTime? EndDate { get; set; }

    /// <summary>Removes the end date. The absence is then open-ended.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [FlagTransformation(IsEmptyFalse = true)]
    public SwitchParameter OpenEnd { get; set; }

    /// <summary>Second: the absence starts at midday. First or $null: the whole first day counts.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ChoiceTransformation(typeof(DayHalf))]
    public DayHalf? StartHalf { get; set; }

    /// <summary>First: the absence ends at midday. Second or $null: the whole last day counts.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ChoiceTransformation(typeof(DayHalf))]
    public DayHalf? EndHalf { get; set; }

    /// <summary>The new comment, of at most 2000 characters. $null or empty text removes it.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [AllowEmptyString]
    public string? Comment { get; set; }

    /// <summary>Keeps the absence approved, without requesting a new approval.</summary>
    [Parameter]
    public SwitchParameter SkipApproval { get; set; }

    private protected override string[]? Ids => AbsencePeriodId;

    private protected override Endpoint ItemEndpoint => Endpoints.GetAbsencePeriod;

    private protected override Endpoint ListEndpoint => Endpoints.ListAbsencePeriods;

    private protected override Endpoint UpdateEndpoint => Endpoints.UpdateAbsencePeriod;

    // The OpenEnd of a piped absence is its current value, not a change.
    private bool IsOpened => OpenEnd && Given.Contains(nameof(OpenEnd));

    private AbsenceTypes Types => field ??= new AbsenceTypes(this);

    private protected override ApiRequest Request(string id) =>
        base.Request(id).With("skip_approval", SkipApproval ? "true" : null);

    private protected override AbsencePeriod Complete(AbsencePeriod item)
    {
        // Personio is known to accept a change but leave the comment as it was.
        if (Given.Contains(nameof(Comment)) && NormalizeLines(item.Comment) != NormalizeLines(Comment))
        {
            WriteWarning(
                $"Personio did not take over the comment of absence {item.AbsencePeriodId}: change it in Personio.");
        }

        return Types.WithNameIfKnown(item);
    }

    private static string NormalizeLines(string? text) =>
        (text ?? "").Replace("\r\n", "\n", StringComparison.Ordinal).Trim();

    private protected override (ChangeBody Body, string? Description) Plan(string id)
    {
        string? comment = string.IsNullOrEmpty(Comment) ? null : Comment;
        _draft = null;
        CheckEnd();
        ChangeBody body = Given.CreateBody().Add(nameof(Comment), "comment", comment);
        if (!s_boundaries.Any(Given.Contains))
        {
            AbsenceDraft.CheckComment(comment);
            return (body, PipedAs(id)?.ToString());
        }

        AbsenceDraft draft = Draft(Await(token => Client.GetAsync<AbsencePeriod>(ItemEndpoint.For(id), token))).Check();
        _draft = BookedDaysCheck.WithReading(this, draft);
        return (AddDates(body, _draft), _draft.ToString());
    }

    private protected override void Check(string id, object target)
    {
        if (_draft is not null)
        {
            BookedDaysCheck.Check(this, id, _draft, target);
        }
    }

    private protected override string Explain(string id, PersonioException fault) =>
        fault.Kind == ErrorKind.Conflict && _draft is { } draft
            ? OverlappingAbsences.InWords(this, draft.PersonId, draft.Start, draft.End, id)
            : "";

    private static DayHalf? HalfOf(string? half) => Enum.TryParse(half, out DayHalf known) ? known : null;

    // An unset variable must not create endless leave.
    private void CheckEnd()
    {
        bool isGiven = Given.Contains(nameof(EndDate));
        string? wrong = (IsOpened, isGiven) switch
        {
            (true, true) => AbsenceDraft.EndConflict,
            (false, true) when EndDate is null => "EndDate is null. Specify -OpenEnd to take the end away",
            _ => null,
        };
        if (wrong is not null)
        {
            throw PersonioException.Invalid($"The absence was not changed: {wrong}.");
        }
    }

    private AbsenceDraft Draft(AbsencePeriod current)
    {
        DateTime? end = IsOpened ? null : Given.Contains(nameof(EndDate)) ? EndDate : current.EndDate;
        DayHalf? endHalf = Given.Contains(nameof(EndHalf)) ? EndHalf : end is null ? null : HalfOf(current.EndHalf);
        return new AbsenceDraft
        {
            Action = "changed",
            PersonId = current.PersonId ?? "?",
            Type = Types.TypeOf(current),
            Start = (Given.Contains(nameof(StartDate)) ? StartDate : current.StartDate)
                ?? throw PersonioException.Invalid("An absence always has a first day: StartDate cannot be cleared."),
            StartHalf = Given.Contains(nameof(StartHalf)) ? StartHalf : HalfOf(current.StartHalf),
            End = end,
            EndHalf = endHalf,
            Comment = Comment,
        };
    }

    // A half alone is sent with its day: the API takes them as one value.
    private ChangeBody AddDates(ChangeBody body, AbsenceDraft draft) => body
        .Add(Given.Contains(nameof(StartDate)) ? nameof(StartDate) : nameof(StartHalf), "starts_from", draft.StartsFrom)
        .Add(
            Given.Contains(nameof(EndDate)) ? nameof(EndDate) : IsOpened ? nameof(OpenEnd) : nameof(EndHalf),
            "ends_at",
            draft.EndsAt);
}
