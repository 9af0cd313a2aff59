using System.Management.Automation;
using Personio.Completers;
using Personio.Models;
using Personio.Parameters;

namespace Personio;

/// <summary>The base of the cmdlets that make and change projects: what both can say of a project.</summary>
public abstract class ProjectWriterCmdletBase : ConnectedCmdletBase
{
    private const int LongestName = 255;
    private const int LongestDescription = 1000;

    // What sub projects have of their parent, by its name on the wire.
    private static readonly string[] s_ofParent = ["cost_center", "assigned_to_all", "billable"];

    /// <summary>Active or Archived.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [AllowNull]
    [ChoiceTransformation(typeof(ProjectStatus))]
    public ProjectStatus? Status { get; set; }

    /// <summary>The code, unique in the company.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [AllowNull]
    [AllowEmptyString]
    public string? ProjectCode { get; set; }

    /// <summary>The description, at most 1000 characters.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [AllowNull]
    [AllowEmptyString]
    public string? Description { get; set; }

    /// <summary>The id of the cost center; not for sub projects.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("CostCenter")]
    [AllowNull]
    [AllowEmptyString]
    [ArgumentCompleter(typeof(IdCompleter<CostCenter>))]
    public string? CostCenterId { get; set; }

    /// <summary>
    /// Whether everybody may track time on it, or its members only: $true or $false. $true removes all members.
    /// </summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [AllowNull]
    [FlagTransformation]
    public bool? AssignedToAll { get; set; }

    /// <summary>The first day.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [AllowNull]
    [DayTransformation]
    public DateTime? StartDate { get; set; }

    /// <summary>The last day, inclusive. Personio is sent the day after it, which is how it keeps the end.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [AllowNull]
    [DayTransformation]
    public DateTime? EndDate { get; set; }

    /// <summary>
    /// Whether the time is billed to a client: $true or $false; sub projects have this of their parent.
    /// </summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [AllowNull]
    [FlagTransformation]
    public bool? Billable { get; set; }

    /// <summary>The client.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [AllowNull]
    [AllowEmptyString]
    public string? ClientName { get; set; }

    /// <summary>The type, any text.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [AllowNull]
    [AllowEmptyString]
    public string? ProjectType { get; set; }

    /// <summary>The object or row that the other parameters are bound from.</summary>
    [Parameter(ValueFromPipeline = true, DontShow = true)]
    public PSObject? InputObject { get; set; }

    /// <inheritdoc/>
    private protected override void CheckInput() => Given.RefuseLocalDays();

    /// <summary>Adds what the parameters say to a body.</summary>
    private protected ChangeBody Describe(ChangeBody body, string? name) => body
        .Add("Name", "name", name)
        .AddWord(nameof(Status), "status", Status)
        .AddText(nameof(ProjectCode), "project_code", ProjectCode?.Trim())
        .AddText(nameof(Description), "description", Description)
        .AddReference(nameof(CostCenterId), "cost_center", IdFor(nameof(CostCenterId), CostCenterId))
        .Add(nameof(AssignedToAll), "assigned_to_all", AssignedToAll)
        .AddDate(nameof(StartDate), "start", StartDate)
        .AddDate(nameof(EndDate), "end", EndDate?.Date < DateTime.MaxValue.Date ? EndDate?.AddDays(1) : null)
        .Add(nameof(Billable), "billable", Billable)
        .AddText(nameof(ClientName), "client_name", ClientName)
        .AddText(nameof(ProjectType), "project_type", ProjectType);

    /// <summary>Finds what Personio would refuse.</summary>
    /// <param name="body">What is to be sent.</param>
    /// <param name="label">The project in words.</param>
    /// <param name="parent">The parent; null where there is none, or it is not known.</param>
    private protected void Check(ChangeBody body, string label, string? parent)
    {
        bool Sends(string member) => body.Members.ContainsKey(member);
        string? name = Sends("name") ? body.Members["name"] as string ?? "" : null;
        string? wrong =
            name?.Trim().Length == 0 ? "its name is empty"
            : Sends("status") && Status is null ? "its status is empty"
            : Sends("assigned_to_all") && AssignedToAll is null ? "AssignedToAll is neither true nor false"
            : Sends("billable") && Billable is null ? "Billable is neither true nor false"
            : name?.Length > LongestName ? $"its name has {name.Length} characters; the limit is {LongestName}"
            : Sends("description") && Description?.Length > LongestDescription
                ? $"its description has {Description.Length} characters; the limit is {LongestDescription}"
            : (Sends("start") || Sends("end")) && EndDate?.Date < StartDate?.Date
                ? $"it ends on {DateText.Day(EndDate)}, before it starts on {DateText.Day(StartDate)}"
            : !string.IsNullOrEmpty(parent) && s_ofParent.FirstOrDefault(Sends) is { } inherited
                ? $"a sub project has its {inherited} of its parent {parent}"
            : null;
        if (wrong is not null)
        {
            throw PersonioException.Invalid($"The project '{label}' was not written: {wrong}.");
        }
    }
}
