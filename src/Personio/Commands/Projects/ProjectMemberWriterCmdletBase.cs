using System.Management.Automation;
using Personio.Client;
using Personio.Completers;
using Personio.Models;
using Personio.Parameters;

namespace Personio;

/// <summary>
/// The base of the cmdlets that change the members of a project: confirms each person, sends many persons of a project
/// with one request, and never sends a request without persons.
/// </summary>
public abstract class ProjectMemberWriterCmdletBase : ConnectedCmdletBase
{
    /// <summary>The parameter set for persons; the default.</summary>
    protected const string ByPerson = "ByPerson";

    private readonly Dictionary<string, Batch<(string Person, object Target)>> _waiting = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Func<string>> _names = new(StringComparer.Ordinal);
    private readonly Dictionary<string, HashSet<string?>?> _members = new(StringComparer.Ordinal);

    /// <summary>The id or name of the project.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true)]
    [Alias("Project")]
    [AllowNull]
    [AllowEmptyString]
    [ArgumentCompleter(typeof(IdCompleter<Project>))]
    public string? ProjectId { get; set; }

    /// <summary>The persons: ids or email addresses. Up to 50 are sent with each request.</summary>
    [Parameter(ParameterSetName = ByPerson, Mandatory = true, Position = 1, ValueFromPipelineByPropertyName = true)]
    [Alias("PersonEmail", "Email")]
    [AllowNull]
    [AllowEmptyString]
    [AllowEmptyCollection]
    [PersonTransformation]
    [ArgumentCompleter(typeof(PersonIdCompleter))]
    public string[]? PersonId { get; set; }

    /// <summary>Writes the project and the person for each person that was sent.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <summary>The object or row that the other parameters are bound from.</summary>
    [Parameter(ValueFromPipeline = true, DontShow = true)]
    public PSObject? InputObject { get; set; }

    private protected abstract string Action { get; }

    private protected abstract bool IsAdding { get; }

    private protected string ProjectInUse => IdFor(nameof(ProjectId), ProjectId) ?? "";

    /// <inheritdoc/>
    private protected override void ProcessInput()
    {
        (string Id, object Target)[] persons =
        [
            .. (PersonId is { Length: > 0 } ? PersonId : [""])
                .Select(id => ((id ?? "").Trim(), Given.TargetOrId(id ?? ""))),
        ];
        foreach ((string id, object target) in persons)
        {
            TryRun(target, () => AddOrFlush(ProjectInUse, id, target), noun: "Project");
        }
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        ReleaseInputs();
        Flush();
        base.EndProcessing();
    }

    /// <summary>The request for some persons, at least one.</summary>
    private protected abstract ApiRequest Request(string project, string[] persons);

    /// <summary>
    /// Describes the project by name, or by id if it may not be read. Read once, even if the project does not exist.
    /// </summary>
    private protected string NameOf(string project)
    {
        if (!_names.TryGetValue(project, out Func<string>? name))
        {
            _names[project] = name = Name(project);
        }

        return name();
    }

    private Func<string> Name(string project)
    {
        try
        {
            string? name = (InputObject?.BaseObject as Project)?.Name
                ?? Await(token => Client.GetAsync<Project>(Endpoints.GetProject.For(project), token)).Name;
            return () => $"project {name} ({project})";
        }
        catch (PersonioException fault) when (fault.Kind == ErrorKind.AccessDenied)
        {
            WriteVerbose($"The project has no name here. {fault.Message}");
            return () => $"project {project}";
        }
        catch (PersonioException fault) when (fault.Kind == ErrorKind.NotFound)
        {
            return () => throw fault;
        }
    }

    // What the change would find, for -WhatIf. The members of a project are read once.
    private string DescribePlanned(string project, string person)
    {
        if (!Confirmation.IsWhatIf(this))
        {
            return "";
        }

        if (!_members.TryGetValue(project, out HashSet<string?>? members))
        {
            _members[project] = members = MembersOf(project);
        }

        bool? isMember = members?.Contains(person);
        return isMember == IsAdding ? $" ({(IsAdding ? "a member already" : "not a member")})" : "";
    }

    // Null if the members may not be read.
    private HashSet<string?>? MembersOf(string project)
    {
        try
        {
            return
            [
                .. Await(token => Client.ListAllAsync<ProjectMember>(Endpoints.ListProjectMembers.For(project), token))
                    .Select(member => member.PersonId),
            ];
        }
        catch (PersonioException fault) when (fault.Kind == ErrorKind.AccessDenied)
        {
            WriteVerbose($"The members of project {project} cannot be read, so they are not told. {fault.Message}");
            return null;
        }
    }

    private void AddOrFlush(string project, string person, object target)
    {
        try
        {
            Add(project, IdFor(nameof(PersonId), person) ?? "", target);
        }
        catch (PersonioException)
        {
            // Earlier persons are completed before this one's error.
            Flush();
            throw;
        }
    }

    private void Add(string project, string person, object target)
    {
        if ((ApiRequest.RefusalOf(project) ?? ApiRequest.RefusalOf(person)) is { } refusal)
        {
            throw refusal;
        }

        if (!Changes.ConfirmForPerson(
            person, target, $"Person {person}, {NameOf(project)}{DescribePlanned(project, person)}", Action,
            $"person {person}, project {project}", noun: "Project"))
        {
            return;
        }

        if (!_waiting.TryGetValue(project, out Batch<(string, object)>? waiting))
        {
            // With -PassThru, one at a time, so that Select-Object -First changes no more than it shows.
            waiting =
                new(PassThru ? 1 : Endpoints.AddProjectMembers.MaxIdsPerRequest, requested => Send(project, requested));
            _waiting[project] = waiting;
        }

        waiting.Add((person, target));
    }

    private void Flush()
    {
        foreach (Batch<(string, object)> waiting in _waiting.Values)
        {
            waiting.Flush();
        }
    }

    // Personio accepts either all persons of a request or none.
    private void Send(string project, (string Person, object Target)[] requested)
    {
        var parts = new Halving<(string Person, object Target)>(requested);
        while (parts.TryTake(out (string Person, object Target)[]? some))
        {
            string[] persons = [.. some.Select(one => one.Person).Distinct(StringComparer.Ordinal)];
            try
            {
                Changes.Commit(token => Client.SendAsync(Request(project, persons), token));
            }
            catch (PersonioException fault)
            {
                if (fault.Kind != ErrorKind.InvalidRequest || !parts.TrySplit(some))
                {
                    TryRun(some.Length == 1 ? some[0].Target : persons, () => throw fault.About(
                        $"Project {project}, {(persons.Length == 1 ? "person" : "persons")} "
                        + $"{string.Join(", ", persons)}:"),
                        noun: "Project");
                }

                continue;
            }

            if (PassThru)
            {
                WriteObject(persons.Select(id => new ProjectMember { ProjectId = project, PersonId = id }), true);
            }
        }
    }
}
