using System.Management.Automation;
using Personio.Client;
using Personio.Completers;
using Personio.Models;

namespace Personio.Commands;

/// <summary>Creates a project or sub-project for each input: an object or a row of a CSV file.</summary>
/// <remarks>EndDate is the last day, inclusive; Personio itself stores the following day.</remarks>
/// <example>
/// <code>New-PersonioProject -Name 'Archive scan' -ProjectCode ARC-2 -StartDate 2026-03-01 -EndDate 2026-09-30</code>
/// </example>
[Cmdlet(
    VerbsCommon.New, "PersonioProject", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Medium,
    HelpUri = HelpPages.Root + "New-PersonioProject.md")]
[OutputType(typeof(Project))]
public sealed class NewPersonioProjectCommand : ProjectWriterCmdletBase
{
    private Dictionary<string, string>? _names;

    /// <summary>The name, unique in the company, at most 255 characters.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true)]
    [AllowEmptyString]
    public string Name { get; set; } = "";

    /// <summary>
    /// The parent project. A sub-project cannot have sub-projects, and inherits the cost center, AssignedToAll and
    /// Billable of its parent.
    /// </summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("ParentProject")]
    [AllowNull]
    [AllowEmptyString]
    [ArgumentCompleter(typeof(IdCompleter<Project>))]
    public string? ParentProjectId { get; set; }

    /// <inheritdoc/>
    private protected override void ProcessInput() => TryRun(Given.TargetOrId(Name), () =>
    {
        string name = Name.Trim();
        Status ??= ProjectStatus.Active;
        string? parent = IdFor(nameof(ParentProjectId), ParentProjectId);
        ChangeBody body = Describe(new ChangeBody(IsSpecified, omitsEmpty: true), name)
            .AddReference(nameof(ParentProjectId), "parent_project", parent);
        Check(name.Length > 0 ? body : body.AddAlways("name", ""), name, parent);
        bool isPart = !string.IsNullOrEmpty(parent);
        CheckName(name);
        if (Changes.Confirm(
            isPart ? $"{name}, part of project {parent}" : name, "Create project",
            isPart ? $"part of project {parent}" : "new project"))
        {
            Project created = Changes.Commit(token => Client.CreateAsync<Project>(
                Endpoints.CreateProject.For().WithBody(body.Members), token));
            Changes.WriteCreated(
                created.Name is null ? created with { Name = name } : created,
                isComplete: created.Name is not null,
                () => Endpoints.GetProject.For(created.ProjectId ?? ""),
                WriteObject);
        }
    });

    // Two projects cannot have the same name. With -WhatIf, the list is read once.
    private void CheckName(string name)
    {
        if (!Confirmation.IsWhatIf(this))
        {
            return;
        }

        try
        {
            _names ??= Await(token => Client.GetNamesAsync(CompanyLists.Projects, token))
                .Where(entry => entry.IsNamed)
                .DistinctBy(entry => entry.Name, StringComparer.OrdinalIgnoreCase)
                .ToDictionary(entry => entry.Name, entry => $"project {entry.Id}", StringComparer.OrdinalIgnoreCase);
        }
        catch (PersonioException fault) when (fault.Kind == ErrorKind.AccessDenied)
        {
            WriteVerbose($"Whether the name is in use cannot be foreseen. {fault.Message}");
            _names = new(StringComparer.OrdinalIgnoreCase);
        }

        if (!_names.TryAdd(name, "an input before it"))
        {
            throw new PersonioException(
                ErrorKind.Conflict, $"Project '{name}' would not be created: {_names[name]} has the same name.");
        }
    }

    // A copied sub-project carries values that it inherits from its parent and that must not be sent.
    private bool IsSpecified(string parameter) =>
        !PipelineInput.Is<Project>(InputObject)
        || InputObject!.Properties[nameof(Project.ParentProjectId)]?.Value is null
        || parameter is not (nameof(AssignedToAll) or nameof(Billable))
        || Given.Contains(parameter);
}
