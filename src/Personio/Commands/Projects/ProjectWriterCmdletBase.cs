using System.Management.Automation;
using Personio.Completers;
using Personio.Models;
using Personio.Parameters;

namespace Personio;

/// <summary>The base of the cmdlets that create and change projects, with their common parameters.</summary>
public abstract class ProjectWriterCmdletBase : ConnectedCmdletBase
{
    private const int MaxNameLength = 255;
    private const int MaxDescriptionLength = 1000;

    // What sub-projects inherit from their parent, by its name in the API.
    private static readonly string[] s_inheritedMembers = ["cost_center", "assigned_to_all", "billable"];

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

    /// <summary>The id or name of the cost center; not for sub-projects.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("CostCenter")]
    [AllowNull]
    [AllowEmptyString]
    [ArgumentCompleter(typeof(IdCompleter<CostCenter>))]
    public string? CostCenterId { get; set; }

    /// <summary>
    /// True if everyone may track time on the project, false if only its members may. $true removes all members.
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

    /// <summary>The last day, inclusive. Personio stores the end as the following day, which is what is sent.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [AllowNull]
    [DayTransformation]
    public DateTime? EndDate { get; set; }

    /// <summary>True if the time is billed to a client; sub-projects inherit this from their parent.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [AllowNull]
    [FlagTransformation]
    public bool? Billable { get; set; }

    /// <summary>The name of the client.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [AllowNull]
    [AllowEmptyString]
    public string? ClientName { get; set; }

    /// <summary>The type, as free text.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [AllowNull]
    [AllowEmptyString]
    public string? ProjectType { get; set; }

    /// <summary>The object or row that the other parameters are bound from.</summary>
    [Parameter(ValueFromPipeline = true, DontShow = true)]
    public PSObject? InputObject { get; set; }

    /// <inheritdoc/>
    private protected override void CheckInput() => Given.RejectLocalDays();

    /// <summary>Adds the values of the parameters to a body.</summary>
    private protected ChangeBody Describe(ChangeBody body, string? name) => body
        .Add("Name", "name", name)
        .AddEnum(nameof(Status), "status", Status)
        .AddText(nameof(ProjectCode), "project_code", ProjectCode?.Trim())
        .AddText(nameof(Description), "description", Description)
        .AddReference(nameof(CostCenterId), "cost_center", IdFor(nameof(CostCenterId), CostCenterId))
        .Add(nameof(AssignedToAll), "assigned_to_all", AssignedToAll)
        .AddDate(nameof(StartDate), "start", StartDate)
        .AddDate(nameof(EndDate), "end", EndDate?.Date < DateTime.MaxValue.Date ? EndDate?.AddDays(1) : null)
        .Add(nameof(Billable), "billable", Billable)
        .AddText(nameof(ClientName), "client_name", ClientName)
        .AddText(nameof(ProjectType), "project_type", ProjectType);

    /// <summary>Rejects what Personio would reject.</summary>
    /// <param name="body">The body to send.</param>
    /// <param name="label">The project in words.</param>
    /// <param name="parent">The parent; null if there is none or it is unknown.</param>
    private protected void Check(ChangeBody body, string label, string? parent)
    {
        bool Sends(string member) => body.Members.ContainsKey(member);
        string? name = Sends("name") ? body.Members["name"] as string ?? "" : null;
        string? wrong =
            name?.Trim().Length == 0 ? "its name is empty"
            : Sends("status") && Status is null ? "its status is empty"
            : Sends("assigned_to_all") && AssignedToAll is null ? "AssignedToAll is neither true nor false"
            : Sends("billable") && Billable is null ? "Billable is neither true nor false"
            : name?.Length > MaxNameLength ? $"its name has {name.Length} characters; the limit is {MaxNameLength}"
            : Sends("description") && Description?.Length > MaxDescriptionLength
                ? $"its description has {Description.Length} characters; the limit is {MaxDescriptionLength}"
            : (Sends("start") || Sends("end")) && EndDate?.Date < StartDate?.Date
                ? $"it ends on {DateText.Day(EndDate)}, before it starts on {DateText.Day(StartDate)}"
            : !string.IsNullOrEmpty(parent) && s_inheritedMembers.FirstOrDefault(Sends) is { } inherited
                ? $"a sub project has its {inherited} of its parent {parent}"
            : null;
        if (wrong is not null)
        {
            throw PersonioException.Invalid($"The project '{label}' was not written: {wrong}.");
        }
    }
}
