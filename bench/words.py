"""What made-up stories are put together from."""

from __future__ import annotations

KINDS = {
    "air-strike": "Air strike",
    "shelling": "Shelling",
    "offensive": "Offensive",
    "protest": "Protest",
    "arrest": "Arrest",
    "talks": "Talks",
    "ceasefire": "Ceasefire",
    "aid": "Aid delivery",
    "evacuation": "Evacuation",
    "ruling": "Court ruling",
    "report": "Report",
    "displacement": "Displacement",
}
SIDES = ("north", "south", "outside")
TOWNS = ("Tarim", "Belad", "Qasra", "Mirun", "Dalshe", "Orvan", "Khenj", "Sorel", "Hamid", "Yelda")
PARTS = (
    "old town",
    "harbour",
    "bridge district",
    "market",
    "eastern quarter",
    "airfield",
    "mill",
    "crossing",
)
BODIES = ("council", "brigade", "relief committee", "ministry", "monitors", "union", "party", "hospital")
OPENINGS = (
    "Residents of the {place} spoke of {number} blasts before dawn",
    "Two columns of smoke stood over the {place} for most of the day",
    "The {who} put the number of families that had left at {number}",
    "A convoy of {number} lorries reached the {place} after three days of waiting",
    "The {who} and its opponents met for {number} hours without a joint statement",
    "Doctors in the {place} counted {number} wounded, most of them from one street",
    "A court in the {place} heard {number} witnesses behind closed doors",
    "Power and water failed in the {place} for the {number}th time that month",
)
MIDDLES = (
    "the {who} denied having had anything to do with it",
    "neither side gave an account that could be checked",
    "a spokesperson of the {who} promised an inquiry within {number} days",
    "schools in the neighbouring streets stayed closed",
    "the road to the {place} was open again by nightfall",
    "relief workers asked for a pause of {number} hours",
    "photographs taken later show a damaged roof at the {place}",
)
ENDINGS = (
    "It was the first incident of this sort since the spring.",
    "No one has claimed responsibility.",
    "The {who} has not answered questions about it.",
    "Lists with {number} names were read out in the {place} two days later.",
    "How many people remained in the {place} is not known.",
)
WORDS = (
    "We ask for nothing but {number} days of quiet in the {place}",
    "The {who} knew what it was doing there",
)
ACTS = ("demand", "accuse", "condemn", "deny", "warn", "promise", "say", "report")
