namespace Personio.Sandbox.Tenant;

/// <summary>Where the persons come from, one after the other.</summary>
internal interface IPeopleSource
{
    /// <summary>Makes the next person. Index counts from 0.</summary>
    PersonRow Make(int index);
}
