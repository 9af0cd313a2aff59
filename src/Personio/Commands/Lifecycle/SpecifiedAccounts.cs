using System.Collections;
using System.Management.Automation;
using Personio.Lifecycle;
using Personio.Models;
using Personio.PingOne;

namespace Personio;

/// <summary>
/// Checks the columns of accounts specified by the user. A column that no account has was not read, which differs from
/// being empty: without the key, everyone would get a second account.
/// </summary>
internal static class SpecifiedAccounts
{
    /// <summary>
    /// Checks the columns, and returns the mapping without the user name column if the accounts lack it.
    /// </summary>
    /// <param name="map">The mapping.</param>
    /// <param name="accounts">The accounts.</param>
    /// <param name="warn">Receives a warning about missing columns.</param>
    /// <exception cref="LifecycleException">A required column is missing (<c>SourceIncomplete</c>).</exception>
    public static AttributeMap FitMap(AttributeMap map, IReadOnlyList<PSObject> accounts, Action<string> warn)
    {
        if (accounts.Count == 0 || accounts.Any(account => account.BaseObject is PingOneUser))
        {
            return map;
        }

        bool IsMissing(string? column) => column is not null && !accounts.Any(account => Has(account, column));
        AccountColumns columns = map.Columns;
        foreach ((string column, string what) in (IEnumerable<(string, string)>)
            [(columns.AccountId, "the id"), (columns.Key, "the key"), (columns.Enabled, "the state")])
        {
            if (IsMissing(column))
            {
                throw new LifecycleException(
                    LifecycleErrors.SourceIncomplete,
                    $"No account has the property '{column}' ({what}). Read the accounts with it, for example by "
                    + "-Properties of Get-ADUser, or name another property in -AccountProperty. Nothing was compared.");
            }
        }

        string[] unread =
        [
            .. map.AttributesToRead.Where(name => name != map.KeyAttribute && name != map.PopulationAttribute)
                .Select(name => columns.Attributes.GetValueOrDefault(name, name))
                .Append(columns.Email).Where(IsMissing).OfType<string>().Distinct(StringComparer.OrdinalIgnoreCase),
        ];
        if (unread.Length > 0)
        {
            warn(
                $"No account has the properties {string.Join(", ", unread)}, which count as empty. Read the accounts "
                + "with them, or leave these lines out with -MapAdd.");
        }

        return IsMissing(columns.UserName) ? map with { Columns = columns with { UserName = null } } : map;
    }

    /// <summary>
    /// The session of the environment that all accounts were read from, so that their plan is not applied to another
    /// one; null if they are not all users of one environment with a session.
    /// </summary>
    /// <param name="accounts">The accounts.</param>
    public static PingOneSession? Session(IReadOnlyList<PSObject> accounts)
    {
        string?[] environments =
        [
            .. accounts.Select(account => ((account.BaseObject as PingOneUser)?["environment"] as IDictionary)?["id"]
                as string).Distinct(StringComparer.OrdinalIgnoreCase).Take(2),
        ];
        return environments is [{ } id]
            ? SessionTable<PingOneSession>.InRunspace.All.FirstOrDefault(session =>
                id.Equals(session.EnvironmentId, StringComparison.OrdinalIgnoreCase))
            : null;
    }

    private static bool Has(PSObject account, string column) => account.BaseObject is IDictionary map
        ? map.Keys.Cast<object>().Any(key => column.Equals(key.ToString(), StringComparison.OrdinalIgnoreCase))
        : account.Properties[column] is not null;
}
