using System.Globalization;

namespace Personio.Lifecycle.Tests.Rows;

/// <summary>Rows of any source: lenient about formats, but never guessing.</summary>
public sealed class RowReaderTests
{
    private static readonly int[] s_number = [20417];

    private static readonly string[] s_keys = ["1", "2"];

    public static TheoryData<object?, string?> Days => new()
    {
        { "2026-11-30", "2026-11-30" },
        { "2026-11-30T00:00:00", "2026-11-30" },
        { "30.11.2026", "2026-11-30" },
        { "30.11.2026 00:00:00", "2026-11-30" },
        { new DateTime(2026, 11, 30), "2026-11-30" },
        { new DateOnly(2026, 11, 30), "2026-11-30" },
        { new DateTimeOffset(2026, 11, 30, 1, 0, 0, TimeSpan.FromHours(2)), "2026-11-30" },
        { " ", null },
        { null, null },
    };

    [Theory]
    [MemberData(nameof(Days))]
    public void A_day_is_accepted_in_many_formats(object? value, string? expected)
    {
        PersonRow person = RowReader.ReadPerson(name => name == "LastDay" ? value : null);

        Assert.Equal(expected, person.LastDay?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
    }

    [Theory]
    [InlineData("11/30/2026")]
    [InlineData("soon")]
    [InlineData("2026-13-01")]
    public void An_ambiguous_day_is_refused_with_its_column(string value)
    {
        LifecycleException fault = Assert.Throws<LifecycleException>(() =>
            RowReader.ReadPerson(name => name switch { "PersonId" => "20417", "LastDay" => value, _ => null }));

        Assert.Equal(LifecycleErrors.InvalidRow, fault.ErrorId);
        Assert.Contains($"Column 'LastDay' of person 20417 is '{value}'", fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(DateTimeKind.Local)]
    [InlineData(DateTimeKind.Utc)]
    public void An_instant_whose_day_depends_on_the_time_zone_is_refused(DateTimeKind kind)
    {
        var evening = new DateTime(2026, 11, 29, 22, 0, 0, kind);

        LifecycleException fault = Assert.Throws<LifecycleException>(() =>
            RowReader.ReadPerson(name => name switch { "PersonId" => "20417", "LastDay" => evening, _ => null }));

        Assert.Contains(
            "Column 'LastDay' of person 20417 is 2026-11-29 22:00", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_list_of_one_value_is_that_value()
    {
        var row = new Dictionary<string, object?>
        {
            ["ObjectGUID"] = new[] { "g1" }, ["EmployeeID"] = new List<object> { "20417" },
            ["mail"] = new object[] { "i@example.org" },
            ["SamAccountName"] = Array.Empty<string>(), ["Enabled"] = new object[] { true },
        };
        AccountRow account =
            RowReader.ReadAccount(name => row.GetValueOrDefault(name), AccountColumns.ActiveDirectory, []);
        PersonRow person = RowReader.ReadPerson(name => name == "PersonId" ? s_number : null);

        Assert.Equal(("g1", "20417", "i@example.org", null, true),
            (account.AccountId, account.Key, account.Email, account.UserName, account.Enabled));
        Assert.Equal("20417", person.PersonId);
    }

    [Theory]
    [InlineData("20417\u200B")]
    [InlineData("\uFEFF 20417 \u200E")]
    public void A_key_is_read_without_invisible_characters(string key) => Assert.Equal("20417",
        RowReader.ReadAccount(name => name == "EmployeeID" ? key : null, AccountColumns.ActiveDirectory, []).Key);

    [Fact]
    public void Several_values_in_a_column_for_one_are_refused_with_the_column()
    {
        LifecycleException fault = Assert.Throws<LifecycleException>(() => RowReader.ReadAccount(
            name => name switch { "Id" => "a1", "EmployeeId" => s_keys, _ => null }, AccountColumns.EntraId, []));

        Assert.Equal("InvalidRow: Column 'EmployeeId' of account a1 has 2 values. Pass rows with one value in it.",
            $"{fault.ErrorId}: {fault.Message}");
    }

    [Theory]
    [InlineData(true, true)]
    [InlineData("True", true)]
    [InlineData("yes", true)]
    [InlineData("1", true)]
    [InlineData(1, true)]
    [InlineData(false, false)]
    [InlineData("FALSE", false)]
    [InlineData("no", false)]
    [InlineData(0, false)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void Enabled_is_accepted_in_many_formats(object? value, bool? expected) =>
        Assert.Equal(expected, RowReader.ReadAccount(name => name == "Enabled" ? value : null,
            AccountColumns.ActiveDirectory, []).Enabled);

    [Fact]
    public void Enabled_that_is_neither_true_nor_false_is_refused()
    {
        LifecycleException fault = Assert.Throws<LifecycleException>(() => RowReader.ReadAccount(
            name => name switch { "Id" => "a1", "AccountEnabled" => "maybe", _ => null }, AccountColumns.EntraId, []));

        Assert.Contains("Column 'AccountEnabled' of account a1 is 'maybe'", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Columns_of_another_system_can_be_specified()
    {
        var row = new Dictionary<string, object?> { ["Nr"] = 417L, ["Vorname"] = " Ilka ",
            ["Austritt"] = "2026-11-30" };
        PersonRow person = RowReader.ReadPerson(
            name => row.GetValueOrDefault(name), new PersonColumns { PersonId = "Nr", FirstName = "Vorname",
                TerminationDate = "Austritt" }, row);

        Assert.Equal(("417", "Ilka", new DateOnly(2026, 11, 30)),
            (person.PersonId, person.FirstName, person.TerminationDate!.Value));
        Assert.Equal(417L, person.Get("Nr"));
        Assert.Equal("417", person.Get("PersonId"));
    }

    [Fact]
    public void An_account_of_Active_Directory_has_its_columns()
    {
        var id = Guid.NewGuid();
        var row = new Dictionary<string, object?>
        {
            ["ObjectGUID"] = id, ["EmployeeID"] = "20417", ["SamAccountName"] = "ilka", ["mail"] = "i@example.org",
                ["Enabled"] = true,
            ["adminCount"] = 1, ["proxyAddresses"] = new[] { "SMTP:i@example.org", "smtp:b@example.org" },
                ["Title"] = "Planner",
        };
        AccountRow account = RowReader.ReadAccount(
            name => row.GetValueOrDefault(name), MapPresets.ActiveDirectory.Columns,
                MapPresets.ActiveDirectory.AttributesToRead);

        Assert.Equal((id.ToString(), "20417", "ilka", true),
            (account.AccountId, account.Key, account.UserName, account.IsAdmin));
        Assert.Equal(2, account.Aliases.Count);
        Assert.Equal("Planner", account.Get("title"));
        Assert.True(account.Attributes.ContainsKey("DistinguishedName"));
    }

    [Fact]
    public void An_attribute_of_PingOne_is_read_from_its_flat_column()
    {
        AccountRow account = RowReader.ReadAccount(name => name == "GivenName" ? "Ilka" : null, AccountColumns.PingOne,
            MapPresets.PingOne.AttributesToRead);

        Assert.Equal("Ilka", account.Get("name.given"));
    }

    [Theory]
    [InlineData("Ilka Brömse", "Brömse", "Ilka")]
    [InlineData("ilka  BRÖMSE", "Brömse", "ilka")]
    [InlineData("Illi", "Brömse", "Illi")]
    [InlineData("Lisa", "sa", "Lisa")]
    [InlineData("Brömse", "Brömse", null)]
    [InlineData("Ilka Meyer", "Brömse", "Ilka Meyer")]
    [InlineData("  ", "Brömse", null)]
    [InlineData("Ilka", null, "Ilka")]
    public void The_preferred_first_name_is_the_preferred_name_without_the_last_name(
        string preferred, string? last, string? expected) =>
        Assert.Equal(expected, new PersonRow { PreferredName = preferred, LastName = last }.PreferredFirstName);

    [Fact]
    public void A_preferred_name_that_is_the_whole_name_is_not_a_nickname() => Assert.Null(
        MapPresets.PingOne.Rules.Single(rule => rule.Target == "nickname").Source.Compute!(
            new PersonRow { FirstName = "Ilka", LastName = "Brömse", PreferredName = "Ilka Brömse" }));
}
