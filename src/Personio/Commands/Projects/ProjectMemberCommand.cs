using System.Management.Automation;
using Personio.Client;
using Personio.Completers;
using Personio.Models;
using Personio.Parameters;

namespace Personio;

/// <summary>
/// The base of the cmdlets that change who belongs to a project: asks for each person, sends many persons of a project
/// with one request, and never sends a request without persons.
/// </summary>
public abstract class ProjectMemberCommand : WriteCmdletBase
{
    /// <summary>The parameter set for persons; the default.</summary>
    protected const string ByPerson = "ByPerson";

    // Well below the length of line that gateways take.
    private const int Size = 50;

    private readonly Dictionary<string, List<(string Person, object Target)>> _waiting = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Func<string>> _names = new(StringComparer.Ordinal);
    private readonly Dictionary<string, HashSet<string?>?> _members = new(StringComparer.Ordinal);

    /// <summary>The id of the project.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true)]
    [Alias("Project")]
    [AllowNull]
    [AllowEmptyString]
    [ArgumentCompleter(typeof(IdCompleter<Project>))]
    public string? ProjectId { get; set; }

    /// <summary>The persons: ids or e-mail addresses. Up to 50 are sent with one request.</summary>
    [Parameter(ParameterSetName = ByPerson, Mandatory = true, Position = 1, ValueFromPipelineByPropertyName = true)]
    [Alias("PersonEmail", "Email")]
    [AllowNull]
    [AllowEmptyString]
    [AllowEmptyCollection]
    [PersonTransformation]
    [ArgumentCompleter(typeof(PersonIdCompleter))]
    public string[]? PersonId { get; set; }

    /// <summary>Writes project and person for each person that was sent.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    private protected abstract string Action { get; }

    private protected abstract bool IsAdding { get; }

    private protected string TheProject => IdFor(nameof(ProjectId), ProjectId) ?? "";

    /// <inheritdoc/>
    private protected override void ProcessInput()
    {
        (string Id, object Target)[] persons =
            [.. (PersonId is { Length: > 0 } ? PersonId : [""]).Select(id => ((id ?? "").Trim(), TargetOr(id ?? "")))];
        foreach ((string id, object target) in persons)
        {
            TryRun(target, () => AddOrFlush(TheProject, id, target), noun: "Project");
        }
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        ReleaseInputs();
        foreach (string project in _waiting.Keys)
        {
            Flush(project);
        }

        base.EndProcessing();
    }

    /// <summary>The request for some persons, of whom there is at least one.</summary>
    private protected abstract ApiRequest Request(string project, string[] persons);

    /// <summary>The project in words; its id where it may not be read. Read once, whether it is there or not.</summary>
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

    // What a change would find, for -WhatIf; the members of a project are read once.
    private string Foreseen(string project, string person)
    {
        if (!Consent.IsWhatIf(this))
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

    // Null where they may not be read.
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
            // The persons before this one come before its error.
            _waiting.Keys.ToList().ForEach(Flush);
            throw;
        }
    }

    private void Add(string project, string person, object target)
    {
        if ((ApiRequest.RefusalOf(project) ?? ApiRequest.RefusalOf(person)) is { } refusal)
        {
            throw refusal;
        }

        if (!MayChangeOf(
            person, target, $"Person {person}, {NameOf(project)}{Foreseen(project, person)}", Action,
            $"person {person}, project {project}", noun: "Project"))
        {
            return;
        }

        if (!_waiting.TryGetValue(project, out List<(string, object)>? waiting))
        {
            _waiting[project] = waiting = [];
        }

        // With -PassThru one at a time, so that Select-Object -First takes no more than it shows.
        waiting.Add((person, target));
        if (waiting.Count == (PassThru ? 1 : Size))
        {
            Flush(project);
        }
    }

    private void Flush(string project)
    {
        (string, object)[] asked = [.. _waiting[project]];
        _waiting[project].Clear();
        Send(project, asked);
    }

    // Personio takes all persons of a request or none: one that it refuses is halved until the bad ones stand alone.
    private void Send(string project, (string Person, object Target)[] asked)
    {
        string[] persons = [.. asked.Select(one => one.Person).Distinct(StringComparer.Ordinal)];
        if (persons.Length == 0)
        {
            return;
        }

        try
        {
            Commit(token => Client.SendAsync(Request(project, persons), token));
        }
        catch (PersonioException fault) when (fault.Kind == ErrorKind.InvalidRequest && asked.Length > 1)
        {
            Send(project, asked[..(asked.Length / 2)]);
            Send(project, asked[(asked.Length / 2)..]);
            return;
        }
        catch (PersonioException fault)
        {
            TryRun(asked.Length == 1 ? asked[0].Target : persons, () => throw fault.About(
                $"Project {project}, {(persons.Length == 1 ? "person" : "persons")} {string.Join(", ", persons)}:"),
                noun: "Project");
            return;
        }

        if (PassThru)
        {
            WriteObject(persons.Select(id => new ProjectMember { ProjectId = project, PersonId = id }), true);
        }
    }
}
