using Personio.Client.Tests.Support;
using Personio.Models;

namespace Personio.Client.Tests.Models;

public sealed class PersonTests
{
    [Fact]
    public void Exported_values_are_top_level_properties()
    {
        Person person = Sample.Read<Person>(Sample.Person);

        Assert.Equal("4711", person.PersonId);
        Assert.Equal("first.last@example.org", person.Email);
        Assert.Equal("First", person.FirstName);
        Assert.Equal("Last ü, \"x\"", person.LastName);
        Assert.Null(person.PreferredName);
        Assert.Equal("FEMALE", person.Gender);
        Assert.Equal("ACTIVE", person.Status);
        Assert.Equal("First Last ü, \"x\"", $"{person}");
        Assert.Equal("e-1; e-2", $"{person.EmploymentIds}");
        Assert.Equal("Shirt size=M; dynamic_2=17", $"{person.CustomAttributes}");
        Assert.EndsWith("/4711/profile-picture", person.ProfilePictureUrl, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Pref", "First", "Last", "a@example.org", "Pref Last")]
    [InlineData("First Last", "First", "Last", "a@example.org", "First Last")]
    [InlineData(" Pref  Last ", "First", "Last", "a@example.org", "Pref  Last")]
    [InlineData("Dr Pref Other", "First", "Last", "a@example.org", "Dr Pref Other")]
    [InlineData("LAST", "First", "Last", "a@example.org", "LAST")]
    [InlineData("Pref-Last", "First", "Last", "a@example.org", "Pref-Last")]
    [InlineData("Lastrid", "First", "Last", "a@example.org", "Lastrid Last")]
    [InlineData("Pref", "First", null, "a@example.org", "Pref")]
    [InlineData("", "First", "Last", "a@example.org", "First Last")]
    [InlineData(" ", "First", "Last", "a@example.org", "First Last")]
    [InlineData(null, "First", null, "a@example.org", "First")]
    [InlineData(null, null, "Last", "a@example.org", "Last")]
    [InlineData(null, null, null, "a@example.org", null)]
    [InlineData(null, null, null, null, null)]
    public void A_person_is_shown_by_the_preferred_name_or_first_and_last_name_and_never_by_an_id(
        string? preferred, string? first, string? last, string? email, string? name)
    {
        var person = new Person
        {
            PersonId = "1", PreferredName = preferred, FirstName = first, LastName = last, Email = email,
        };

        Assert.Equal(name, person.DisplayName);
    }
}
