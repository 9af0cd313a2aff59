using System.Text.Json.Nodes;
using Personio.Sandbox.Tenant;

namespace Personio.Sandbox.PingOne.Directory;

/// <summary>Accounts that break careless programs: letters of many languages, duplicates, gaps, formulas.</summary>
internal sealed class HostileAccounts(PingOneDirectory directory, Dice dice, DateTimeOffset now)
{
    private static readonly (string Given, string Family)[] s_names =
    [
        ("Jürgen", "Groß"), ("Łucja", "Świętek"), ("Işıl", "Kılıç"), ("Nguyễn Thị", "Ánh"), ("Sinéad", "O'Dwyrella"),
        ("Karl, Dr.", "Vandoren"), ("=1+1", "Formulari"), ("Ewa", "Zwylling"), ("Ewa", "Zwylling"), ("李", "小龍村"),
    ];

    public void Add(PopulationRow staff, PopulationRow externals)
    {
        for (int i = 0; i < s_names.Length; i++)
        {
            Add(staff, $"hostile{i}", s_names[i], $"hostile{i}@example.org", $"98{i:00}");
        }

        Add(staff, "no-mail", ("No", "Mail"), null, "9901");
        Add(staff, "no-key", ("No", "Key"), "no.key@example.org", null);
        Add(staff, "same-mail-1", ("Same", "Mail"), "same@example.org", "9902");
        Add(externals, "same-mail-2", ("Same", "Mail"), "SAME@example.org", "9903");
        Add(staff, "same-key-1", ("Same", "Key"), "same.key1@example.org", "9904");
        Add(staff, "same-key-2", ("Same", "Key"), "same.key2@example.org", "9904");
        Add(staff, "locked-out", ("Locked", "Out"), "locked@example.org", "9905", locked: true);
        Add(externals, "from-elsewhere", ("From", "Elsewhere"), "elsewhere@example.org", "9906", external: true);
    }

    private void Add(
        PopulationRow population, string userName, (string Given, string Family) name, string? email, string? key,
        bool locked = false, bool external = false)
    {
        var profile = new JsonObject
        {
            ["username"] = userName,
            ["name"] = new JsonObject { ["given"] = name.Given, ["family"] = name.Family },
            ["title"] = "@SUM(1+1)*cmd|' /C calc'!A0",
        };
        if (email is not null)
        {
            profile["email"] = email;
        }

        if (key is not null)
        {
            profile["externalId"] = key;
        }

        directory.Add(
            new UserRow
            {
                Id = dice.Uuid(),
                PopulationId = population.Id,
                IsLocked = locked,
                IsExternal = external,
                CreatedAt = now.AddDays(-100),
            },
            profile);
    }
}
