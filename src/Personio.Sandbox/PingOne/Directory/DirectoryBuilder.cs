using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Personio.Sandbox.Tenant;

namespace Personio.Sandbox.PingOne.Directory;

/// <summary>
/// Creates the directory of the sandbox company: most persons have an account, some with typical discrepancies. These
/// depend on a person's position in the list, so that even a small company has all of them.
/// </summary>
internal sealed partial class DirectoryBuilder(
    PingOneDirectory directory, SandboxTenant tenant, int seed, DateTimeOffset now, bool hostile)
{
    private readonly Dice _dice = new(seed, "pingone directory");
    private readonly CommonNames _former = new(seed, "former names");
    private readonly HashSet<string> _names = new(StringComparer.OrdinalIgnoreCase);

    public void Build()
    {
        PopulationRow staff = AddPopulation("Staff", "Everybody from HR", true);
        PopulationRow externals = AddPopulation("Externals", "Contractors", false);
        PopulationRow services = AddPopulation("Service accounts", "No person behind them", false);
        for (int i = 0; i < tenant.People.Persons.Rows.Count; i++)
        {
            AddPerson(tenant.People.Persons.Rows[i], i, staff, externals);
        }

        UserRow admin = AddAccount(services, "directory.admin", "Directory", "Admin");
        admin.AdminRoles.AddRange(["Organization Admin", "Environment Admin", "Identity Data Admin"]);
        AddAccount(services, "svc-backup", "Backup", "Service");
        AddAccount(services, "svc-scanner", "Scanner", "Service");
        if (hostile)
        {
            new HostileAccounts(directory, _dice, now).Add(staff, externals);
        }

        AddGroups(staff);
    }

    private void AddPerson(PersonRow person, int index, PopulationRow staff, PopulationRow externals)
    {
        EmploymentRow employment = person.Employments[0];
        bool isOver = employment.Status == "INACTIVE";
        bool lacksAccount = employment.Status == "ONBOARDING" || index % 17 == 5 || (isOver && index % 40 == 27);
        if (lacksAccount)
        {
            return;
        }

        // One account in nineteen still has the person's former last name.
        string family = index % 19 == 8 ? FormerName(person) : person.LastName ?? "";
        var profile = new JsonObject
        {
            ["username"] = UserName(person.FirstName ?? "", person.LastName ?? ""),
            ["name"] = new JsonObject { ["given"] = person.FirstName, ["family"] = NotAllowed().Replace(family, "") },
            ["type"] = employment.Type == "EXTERNAL" ? "Contractor" : "Employee",
            ["department"] = Department(employment),
        };
        Put(profile, "email", person.Email);
        Put(profile, "externalId", index % 29 == 11 ? null : person.Id);
        Put(
            profile, "title",
            index % 13 == 6 && !IsHead(index) ? "Trainee" : employment.Title?.ReplaceLineEndings(" "));
        var user = new UserRow
        {
            Id = _dice.Uuid(),
            PopulationId = (employment.Type == "EXTERNAL" ? externals : staff).Id,
            // One leaver in three is still enabled, for a first comparison to find.
            Enabled = !isOver || index % 3 == 1,
            IsLocked = index % 53 == 20,
            CreatedAt = person.CreatedAt,
            LastSignOn = isOver ? null : now.AddHours(-_dice.Next(400)),
        };
        directory.Add(user, profile);
    }

    private string FormerName(PersonRow person) =>
        tenant.Words.IsHostile ? $"{person.LastName}-Alt" : _former.Last();

    // The heads of a believable company, who come first, were never trainees.
    private bool IsHead(int index) => !tenant.Words.IsHostile && index < tenant.Words.Departments.Count;

    private void AddGroups(PopulationRow staff)
    {
        var vpn = new GroupRow(_dice.Uuid(), "vpn-users", "May dial in", now.AddYears(-1));
        var contractors = new GroupRow(_dice.Uuid(), "contractors", "All contractors", now.AddYears(-1))
        {
            UserFilter = "type eq \"Contractor\"",
        };
        var synced = new GroupRow(_dice.Uuid(), "ldap-printers", null, now.AddYears(-1))
        {
            SourceType = "GATEWAY",
            ExternalId = "cn=printers",
        };
        var tower = new GroupRow(_dice.Uuid(), "house-keys", "Keys of the main building", now.AddYears(-1))
        {
            PopulationId = staff.Id,
        };
        directory.Groups.AddRange([vpn, contractors, synced, tower]);
        for (int i = 0; i < directory.Users.Count; i++)
        {
            _ = i % 4 == 1 && vpn.Members.Add(directory.Users[i].Id);
            _ = i % 9 == 2 && synced.Members.Add(directory.Users[i].Id);
        }
    }

    private PopulationRow AddPopulation(string name, string description, bool isDefault)
    {
        var row = new PopulationRow(_dice.Uuid(), name, description, isDefault, now.AddYears(-2));
        directory.Populations.Add(row);
        return row;
    }

    private UserRow AddAccount(PopulationRow population, string userName, string given, string family)
    {
        var user = new UserRow { Id = _dice.Uuid(), PopulationId = population.Id, CreatedAt = now.AddYears(-2) };
        _names.Add(userName);
        directory.Add(user, new JsonObject
        {
            ["username"] = userName,
            ["email"] = $"{userName}@example.org",
            ["name"] = new JsonObject { ["given"] = given, ["family"] = family },
        });
        return user;
    }

    private string? Department(EmploymentRow employment)
    {
        string? id = employment.OrgUnits.Where(unit => unit.Type == "department").Select(unit => unit.Id)
            .FirstOrDefault();
        return tenant.Organization.Departments.FirstOrDefault(unit => unit.Id == id)?.Name;
    }

    /// <summary>Joins given and family name to a user name, numbered if two persons would share it.</summary>
    private string UserName(string given, string family)
    {
        string name = $"{SyllableNames.ForAddress(given)}.{SyllableNames.ForAddress(family)}";
        string free = name;
        for (int i = 2; !_names.Add(free); i++)
        {
            free = name + i.ToString(CultureInfo.InvariantCulture);
        }

        return free;
    }

    private static void Put(JsonObject profile, string name, string? value)
    {
        if (!string.IsNullOrEmpty(value))
        {
            profile[name] = value;
        }
    }

    // Characters that a family name cannot contain.
    [GeneratedRegex(@"[^\p{L}\p{M}\p{N}' .-]")]
    private static partial Regex NotAllowed();
}
