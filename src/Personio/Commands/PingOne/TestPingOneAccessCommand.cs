using System.Management.Automation;
using Personio.Models;
using Personio.PingOne;

namespace Personio.Commands;

/// <summary>
/// Reports what the worker app of the session may read and write, and which cmdlets that affects. Sends one small read
/// for each area and never writes: write access is inferred from read access.
/// </summary>
/// <example>
/// <code>Test-PingOneAccess | Where-Object Status -ne Granted</code>
/// </example>
[Cmdlet(VerbsDiagnostic.Test, "PingOneAccess", HelpUri = HelpPages.Root + "Test-PingOneAccess.md")]
[OutputType(typeof(PingOneAccessCheck))]
public sealed class TestPingOneAccessCommand : PingOneCmdletBase
{
    private const string Granted = "Granted";
    private const string MissingRole = "MissingRole";

    /// <inheritdoc/>
    protected override void ProcessRecord() => TryRun(SessionInUse.Name, () =>
    {
        // Memberships can be tested only if a user exists.
        string? someone = FirstUserId();
        PingOneAccessCheck users = Check(Endpoints.ListUsers);
        PingOneAccessCheck memberships = someone is null
            ? Unknown(Endpoints.ListMemberships) with { Detail = "There is no user to try it with." }
            : Check(Endpoints.ListMemberships, someone);
        WriteObject(users);
        WriteObject(Check(Endpoints.ListPopulations));
        WriteObject(Check(Endpoints.ListGroups));
        WriteObject(memberships);
        WriteObject(Check(Endpoints.ListSchemas));
        WriteObject(memberships with
        {
            Area = "Users and group members",
            Access = "Write",
            Cmdlets = CmdletsOf(Endpoints.All.Where(row => !row.IsRead), isReading: false),
            Detail = memberships.Status == Granted
                ? "Concluded: reading memberships takes the same role."
                : memberships.Detail,
        });
    });

    private string? FirstUserId()
    {
        try
        {
            return Enumerate(Client.ListUsersAsync(first: 1)).FirstOrDefault()?.UserId;
        }
        catch (PersonioException denied) when (denied.Kind == ErrorKind.AccessDenied)
        {
            return null;
        }
    }

    private PingOneAccessCheck Check(Endpoint endpoint, params string[] values)
    {
        PingOneAccessCheck check = Unknown(endpoint);
        ApiRequest request = Client.At(endpoint, values);
        try
        {
            ApiRequest probe = endpoint.PageSize == 0 ? request : request.WithLimit(1);
            _ = Await(token => Client.InvokeAsync(probe, token)).Read();
            return check with { Status = Granted };
        }
        catch (PersonioException denied) when (denied.Kind == ErrorKind.AccessDenied)
        {
            return check with { Status = MissingRole, Detail = denied.Detail };
        }
    }

    private PingOneAccessCheck Unknown(Endpoint endpoint) => new()
    {
        Area = endpoint.Area,
        Access = "Read",
        Status = "Unknown",
        Role = endpoint.Scope,
        Cmdlets = CmdletsOf([endpoint], isReading: true),
    };

    private ValueList<string> CmdletsOf(IEnumerable<Endpoint> rows, bool isReading) => ExportedCmdlets.Find(
        MyInvocation.MyCommand.Module, "PingOne", rows.Select(row => row.Noun).OfType<string>(), isReading);
}
