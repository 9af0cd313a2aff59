using Personio.Models;
using Personio.PingOne;

namespace Personio;

/// <summary>Finds populations and groups by name or id.</summary>
internal sealed class DirectoryNames(PingOneCmdletBase cmdlet)
{
    /// <summary>The id of a population.</summary>
    /// <exception cref="PersonioException">
    /// No population has the name (<c>NotFound</c>), or populations cannot be read.
    /// </exception>
    public string FindPopulationId(string nameOrId)
    {
        // An id does not need the list, which the worker app may not be allowed to read.
        if (Guid.TryParseExact(nameOrId.Trim(), "D", out _))
        {
            return nameOrId.Trim();
        }

        IReadOnlyList<PingOnePopulation> all = cmdlet.Await(token => cmdlet.Client.GetPopulationsAsync(token));
        return all.FirstOrDefault(
                row => string.Equals(row.Name, nameOrId.Trim(), StringComparison.OrdinalIgnoreCase))?.PopulationId
            ?? throw new PersonioException(
                ErrorKind.NotFound,
                $"Population '{nameOrId}' was not found. Available: {string.Join(", ", all.Select(row => row.Name))}.")
            {
                Noun = "Population",
            };
    }

    /// <summary>A group. A name can occur in several populations, but must be unique here.</summary>
    /// <exception cref="PersonioException">
    /// No group has the name or id (<c>NotFound</c>), or several have the name (<c>InvalidRequest</c>).
    /// </exception>
    public PingOneGroup FindGroup(string nameOrId)
    {
        string wanted = nameOrId.Trim();
        if (Guid.TryParseExact(wanted, "D", out _))
        {
            return cmdlet.Await(token => cmdlet.Client.GetGroupAsync(wanted, token));
        }

        PingOneGroup[] found =
        [
            .. cmdlet.Enumerate(cmdlet.Client.ListAsync<PingOneGroup>(
                cmdlet.Client.At(Endpoints.ListGroups).With("filter", ScimFilter.Equal("name", wanted)))),
        ];
        return found switch
        {
            [PingOneGroup only] => only,
            [] => throw new PersonioException(
                ErrorKind.NotFound, $"Group '{wanted}' was not found. Run Get-PingOneGroup to list all; case counts.")
            {
                Noun = "Group",
            },
            _ => throw PersonioException.Invalid(
                $"Several groups are named '{wanted}'. Specify the id: "
                + $"{string.Join(", ", found.Select(group => group.GroupId))}."),
        };
    }
}
