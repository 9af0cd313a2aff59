using System.Management.Automation;
using Personio.Models;
using Personio.PingOne;

namespace Personio.Commands;

/// <summary>
/// Tells what the worker app of the session may read and write, and which cmdlets that affects. Costs one small read for
/// each part and never writes: whether the app may write is concluded from what it may read.
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
        // Somebody's memberships and roles can be asked for only where there is somebody.
        string? someone = FirstUserId();
        PingOneAccessCheck users = Check("Users", Endpoints.ListUsers, ["Get-PingOneUser"]);
        PingOneAccessCheck memberships = someone is null
            ? Unknown("Group members", "There is no user to try it with.")
            : Check("Group members", Endpoints.ListMemberships, ["Get-PingOneGroupMember"], someone);
        WriteObject(users);
        WriteObject(Check("Populations", Endpoints.ListPopulations, ["Get-PingOnePopulation"]));
        WriteObject(Check("Groups", Endpoints.ListGroups, ["Get-PingOneGroup"]));
        WriteObject(memberships);
        WriteObject(Check("User schema", Endpoints.ListSchemas, ["Get-PingOneAttribute"]));
        WriteObject(memberships with
        {
            Area = "Users and group members",
            Access = "Write",
            Cmdlets = new ValueList<string>(
            [
                "Add-PingOneGroupMember", "Disable-PingOneUser", "Enable-PingOneUser", "New-PingOneUser",
                "Remove-PingOneGroupMember", "Set-PingOneUser",
            ]),
            Detail = memberships.Status == Granted
                ? "Concluded: reading memberships takes the same role."
                : memberships.Detail,
        });
    });

    private string? FirstUserId()
    {
        try
        {
            return Pull(Client.ListUsersAsync(first: 1)).FirstOrDefault()?.UserId;
        }
        catch (PersonioException denied) when (denied.Kind == ErrorKind.AccessDenied)
        {
            return null;
        }
    }

    private PingOneAccessCheck Check(string area, Endpoint endpoint, string[] cmdlets, params string[] values)
    {
        PingOneAccessCheck check = Unknown(area, null) with { Role = endpoint.Scope, Cmdlets = new ValueList<string>(cmdlets) };
        ApiRequest request = Client.At(endpoint, values);
        try
        {
            _ = Await(token => Client.InvokeAsync(endpoint.PageSize == 0 ? request : request.WithLimit(1), token)).Read();
            return check with { Status = Granted };
        }
        catch (PersonioException denied) when (denied.Kind == ErrorKind.AccessDenied)
        {
            return check with { Status = MissingRole, Detail = denied.Detail };
        }
    }

    private static PingOneAccessCheck Unknown(string area, string? detail) => new()
    {
        Area = area,
        Access = "Read",
        Status = "Unknown",
        Role = Endpoints.ListMemberships.Scope,
        Detail = detail,
    };
}
