using Personio.Lifecycle.Tests.Support;

namespace Personio.Lifecycle.Tests.Values;

/// <summary>What is approved is what is written: no character hides or reorders the others.</summary>
public sealed class HiddenCharacterTests
{
    [Theory]
    [InlineData("Ada\u202Enosrep")]
    [InlineData("Ada\u2066nosrep")]
    [InlineData("\u202BAdanosrep\u202C")]
    [InlineData("Ada\u200Bnosrep")]
    public void A_hidden_character_is_neither_written_nor_shown(string last)
    {
        PersonRow person = Company.Person("7", "Ada", last, email: "ada@example.org");

        PlanRow row = Assert.Single(new Company().Add(person).RowsOf("7"));

        Assert.Contains("\"name.family\":[null,\"Adanosrep\"]", row.Changes, StringComparison.Ordinal);
        Assert.Equal("Ada Adanosrep", row.DisplayName);
        Assert.StartsWith("Create the account ada.adanosrep for Ada Adanosrep,", row.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Joiners_of_scripts_that_need_them_stay()
    {
        const string Title = "\u0646\u0645\u06CC\u200C\u062E\u0648\u0627\u0647\u0645";
        PersonRow person = Company.Person(position: Title);

        PlanRow row = Assert.Single(new Company().Add(person,
            Company.With(Company.AccountOf(person), ("title", "Old"))).RowsOf("20417"));

        Assert.Equal(Title, Assert.Single(row.GetChanges()).New);
    }

    [Fact]
    public void A_difference_of_hidden_characters_alone_is_no_change() => Assert.Equal(
        "", new Company().Add(Company.Person(), Company.With(Company.AccountOf(Company.Person()),
            ("title", "Plan\u202Ener"))).Says());
}
