namespace Personio.Client.Tests;

public sealed class EditDistanceTests
{
    [Theory]
    [InlineData("", "", 0)]
    [InlineData("", "abc", 3)]
    [InlineData("abc", "", 3)]
    [InlineData("Vacation", "Vacation", 0)]
    [InlineData("Vacation", "vacation", 1)]
    [InlineData("Vacation", "Vaction", 1)]
    [InlineData("Vacation", "Vacations", 1)]
    [InlineData("Vacation", "Vocation", 1)]
    [InlineData("Vacation", "Vactaion", 2)]
    [InlineData("kitten", "sitting", 3)]
    [InlineData("Überstunden", "Uberstunden", 1)]
    [InlineData("abc", "xyz", 3)]
    public void The_distance_is_the_number_of_letters_to_change(string one, string other, int letters)
    {
        Assert.Equal(letters, EditDistance.Between(one, other));
        Assert.Equal(letters, EditDistance.Between(other, one));
    }

    [Fact]
    public void The_most_similar_candidates_come_first_regardless_of_case() => Assert.Equal(
        ["Vacation", "Vocation"],
        EditDistance.Nearest(["Sick day", "Vocation", "Vacation"], one => one, "VACATOIN", 2));

    [Theory]
    [InlineData("abc", "abd")]
    [InlineData("abd and more", "")]
    [InlineData("Overtme", "Overtime, Overtime (old)")]
    [InlineData("time", "Overtime, Overtime (old)")]
    [InlineData(" SICK DAX ", "Sick day")]
    [InlineData("Sik*", "Sick day")]
    [InlineData("HR", "")]
    [InlineData("*", "")]
    [InlineData("5c1b6d2e-0000-4000-8000-000000000000", "")]
    public void Candidates_that_differ_too_much_are_not_suggested(string word, string near) => Assert.Equal(
        near,
        string.Join(", ", EditDistance.Nearest(
            ["xyz", "abd", "Overtime (old)", "Overtime", "Sick day"], one => one, word, 3)));
}
