namespace Personio.Sandbox.Tenant;

/// <summary>A department of the believable company: who works there, in which teams, and on whose account.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Abbreviation">Its abbreviation.</param>
/// <param name="Parent">The place of the department it belongs to, -1 for the top.</param>
/// <param name="CostCenter">The cost center it is booked on.</param>
/// <param name="Share">How much of the staff works there, in percent.</param>
/// <param name="Head">The title of its head.</param>
/// <param name="Titles">The titles of the others.</param>
/// <param name="Teams">Its teams.</param>
internal sealed record DepartmentRoles(
    string Name, string Abbreviation, int Parent, string CostCenter, int Share, string Head, string[] Titles, string[] Teams);
